package dev.uplift.web.customer;

import dev.uplift.platform.UpliftSettings;
import dev.uplift.platform.UpliftSettings.Company;
import dev.uplift.survey.Invitation;
import dev.uplift.survey.SmsDialogue.Turn;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Words of a survey by SMS, in the letters of GSM 03.38; none of them tells anything about a customer. */
@Component
public class SmsWording {

    private final Texts texts;
    private final Company company;

    SmsWording(Texts texts, UpliftSettings settings) {
        this.texts = texts;
        this.company = settings.company();
    }

    /** Who we are, and how to reach us. */
    public String help(@Nullable String language) {
        return text(language, "sms.help", company.name(), company.address(), company.contact());
    }

    /** What is said at a turn of a dialogue; null for silence. */
    public @Nullable String of(Turn turn) {
        var language = turn.invitation() == null ? null : turn.invitation().language();
        return switch (turn.said()) {
            case WHY -> why(turn);
            case THANKS -> text(language, "thanks");
            case CHANGED -> text(language, "sms.changed");
            case NUMBER -> number(Objects.requireNonNull(turn.invitation(), "A number is asked for by a survey"));
            case EXPIRED -> text(language, "sms.expired", company.contact());
            case NOTHING -> text(language, "sms.nothing", company.contact());
            case HELP -> help(language);
            case SILENCE, STOP -> null;
        };
    }

    private String number(Invitation invitation) {
        var metric = invitation.survey().metric();
        return text(invitation.language(), "sms.number", metric.lowest(), metric.highest());
    }

    private String why(Turn turn) {
        var invitation = Objects.requireNonNull(turn.invitation(), "A reason belongs to a survey");
        var score = Objects.requireNonNull(turn.score(), "Who is asked why has given a score");
        var part = invitation.survey().metric().part(score);
        var own = invitation.survey().why().getOrDefault(part, Map.of()).get(invitation.language());
        var question = own == null ? text(invitation.language(), SurveyView.why(part)) : own;
        return text(invitation.language(), "sms.why", question);
    }

    private String text(@Nullable String language, String key, Object... values) {
        return texts.text(Texts.language(language, company.language()), key, values);
    }
}
