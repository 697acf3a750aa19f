package dev.uplift.web.staff;

import dev.uplift.campaign.CampaignStatus;
import dev.uplift.campaign.Campaigns;
import dev.uplift.followup.AnsweredCases;
import dev.uplift.identity.Actor;
import dev.uplift.platform.InvalidInput;
import dev.uplift.platform.UpliftSettings;
import dev.uplift.survey.Survey;
import dev.uplift.survey.Surveys;
import dev.uplift.survey.answers.AnswerFilter;
import dev.uplift.survey.answers.AnswerQuestion;
import dev.uplift.survey.answers.AnswerRow;
import dev.uplift.survey.answers.Answers;
import dev.uplift.survey.answers.Place;
import dev.uplift.survey.answers.Tags;
import dev.uplift.web.security.Access;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * What customers said; everything chosen is in the address. Every role may read it: agents, managers and administrators see
 * who said it, marketers do not, and a case is linked for those who work at its desk.
 */
@Controller
class AnswersController {

    private static final int PAGE = 50;

    private final Answers answers;
    private final AnsweredCases cases;
    private final Surveys surveys;
    private final Tags tags;
    private final Campaigns campaigns;
    private final UpliftSettings settings;
    private final Wordings wordings;

    AnswersController(
            Answers answers,
            AnsweredCases cases,
            Surveys surveys,
            Tags tags,
            Campaigns campaigns,
            UpliftSettings settings,
            Wordings wordings) {
        this.answers = answers;
        this.cases = cases;
        this.surveys = surveys;
        this.tags = tags;
        this.campaigns = campaigns;
        this.settings = settings;
        this.wordings = wordings;
    }

    @GetMapping("/answers")
    String list(@RequestParam Map<String, String> values, Authentication reader, Locale locale, Model model) {
        var form = new AnswersForm(values);
        var wording = wordings.in(locale);
        try {
            var filter = AnswerQuestion.read(values, wording.zone());
            model.addAttribute(
                    "page", page(find(filter, form, Access.actor(reader)), form, Access.actor(reader), wording));
        } catch (InvalidInput wrong) {
            model.addAttribute("refused", wrong.getMessage());
            model.addAttribute("page", empty(form, wording));
        }
        return "staff/answers";
    }

    private Answers.Found find(AnswerFilter filter, AnswersForm form, Actor reader) {
        var after =
                Optional.of(form.value("after")).filter(text -> !text.isEmpty()).map(Place::of);
        return answers.find(filter, after.orElse(null), PAGE, Access.KNOW_CUSTOMERS.allows(reader));
    }

    private AnswersPage page(Answers.Found found, AnswersForm form, Actor reader, Wording wording) {
        var there = choices(wording);
        var next = found.next();
        Map<Long, Long> known = Access.FOLLOW_UP.allows(reader)
                ? cases.of(found.rows().stream().map(AnswerRow::invitation).toList(), reader.name())
                : Map.of();
        return page(
                form,
                wording,
                AnswersPage.hits(found.count(), wording),
                found.rows().stream()
                        .map(row -> AnswersPage.Row.of(row, known.get(row.invitation()), form, there, wording))
                        .toList(),
                next == null ? "" : next.text());
    }

    private AnswersPage empty(AnswersForm form, Wording wording) {
        return page(form, wording, AnswersPage.hits(0, wording), List.of(), "");
    }

    private AnswersPage page(AnswersForm form, Wording wording, String hits, List<AnswersPage.Row> rows, String next) {
        var there = choices(wording);
        var more = AnswersPage.more(form, there, wording);
        return new AnswersPage(
                AnswersPage.first(form, there, wording),
                more,
                given(form),
                more.stream().anyMatch(select -> !form.value(select.name()).isEmpty())
                        || List.of("score-at-least", "score-at-most", "from", "to").stream()
                                .anyMatch(name -> !form.value(name).isEmpty()),
                hits,
                form.narrowed(),
                rows,
                next.isEmpty() ? "" : form.address("/answers", Map.of("after", next)),
                form.address("/api/answers.csv", Map.of()),
                form.address("/api/answers.xlsx", Map.of()));
    }

    private static Map<String, String> given(AnswersForm form) {
        var given = new LinkedHashMap<String, String>();
        AnswerQuestion.NAMES.forEach(name -> given.put(name, form.value(name)));
        return given;
    }

    private AnswersPage.Choices choices(Wording wording) {
        var names = new LinkedHashMap<String, String>();
        tags.all().forEach(tag -> names.put(tag.key(), wording.chosen(tag.name())));
        var known = surveys.keys().stream()
                .sorted()
                .map(surveys::find)
                .flatMap(Optional::stream)
                .toList();
        return new AnswersPage.Choices(
                names,
                known.stream().map(Survey::key).toList(),
                known.stream().map(Survey::touchpoint).distinct().sorted().toList(),
                campaigns.list().stream().map(CampaignStatus::key).sorted().toList(),
                settings.company().languages());
    }
}
