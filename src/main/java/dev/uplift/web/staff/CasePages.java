package dev.uplift.web.staff;

import dev.uplift.audience.Customer;
import dev.uplift.audience.Customers;
import dev.uplift.followup.Case;
import dev.uplift.followup.Cases;
import dev.uplift.followup.Days;
import dev.uplift.followup.Desk;
import dev.uplift.followup.Desks;
import dev.uplift.followup.SecondSurveys;
import dev.uplift.followup.Voice;
import dev.uplift.platform.CustomerId;
import dev.uplift.survey.Survey;
import dev.uplift.survey.Surveys;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts cases together with the answers, customers and desks they are about. */
@Component
class CasePages {

    private final Cases cases;
    private final Desks desks;
    private final Days days;
    private final SecondSurveys second;
    private final CaseLetters letters;
    private final Customers customers;
    private final Surveys surveys;

    CasePages(
            Cases cases,
            Desks desks,
            Days days,
            SecondSurveys second,
            CaseLetters letters,
            Customers customers,
            Surveys surveys) {
        this.cases = cases;
        this.desks = desks;
        this.days = days;
        this.second = second;
        this.letters = letters;
        this.customers = customers;
        this.surveys = surveys;
    }

    QueuePage queue(QueuePage.Show show, String agent, Instant now, Wording wording) {
        var open = cases.open(agent);
        var shown = open.stream().filter(it -> show.fits(it, agent, now)).toList();
        var last = open.stream().mapToLong(Case::id).max().orElse(0);
        return new QueuePage(
                !desks.of(agent).isEmpty(),
                QueuePage.chips(show, open, agent, now, wording),
                QueuePage.day(days.of(agent, wording.midnight(now)), wording),
                rows(shown, now, wording),
                QueuePage.Fresh.of(show, last, 0, wording));
    }

    /** The case, unless it is of a desk where this person does not work. */
    Optional<CasePage> page(long id, String agent, Instant now, Wording wording) {
        return cases.find(id, agent)
                .flatMap(it -> known(List.of(it)).findFirst())
                .map(known -> page(known, agent, now, wording));
    }

    private CasePage page(CaseRow.Known known, String agent, Instant now, Wording wording) {
        var it = known.it();
        var voice = known.voice();
        var possible = CasePage.Possible.of(it, agent);
        return new CasePage(
                CaseRow.of(known, now, wording),
                wording.time(it.answeredAt()),
                voice == null ? List.of() : voice.reasons(),
                voice != null && voice.callBack(),
                voice == null || voice.latest() == it.score()
                        ? ""
                        : wording.text("staff.case.changed", wording.count(voice.latest())),
                CasePage.ending(known, wording),
                second.of(it.id())
                        .map(answer -> CasePage.second(it.score(), answer, wording))
                        .orElse(""),
                possible.work() ? letters.cards(it, known.desk(), known.customer(), wording) : List.of(),
                letters.outbox(it.id(), now, wording).orElse(null),
                possible,
                facts(known.customer(), wording),
                cases.events(it.id()).stream()
                        .map(event -> CasePage.Entry.of(event, known, wording))
                        .toList(),
                CasePage.causes(known, wording),
                CasePage.outcomes(wording),
                known.desk().members().stream()
                        .filter(member -> !member.equals(agent))
                        .sorted()
                        .toList(),
                possible.work() ? rows(others(it, agent), now, wording) : List.of());
    }

    private List<Case> others(Case it, String agent) {
        return cases.open(agent).stream()
                .filter(other -> other.customer() == it.customer() && other.id() != it.id())
                .toList();
    }

    private List<CaseRow> rows(List<Case> shown, Instant now, Wording wording) {
        return known(shown).map(known -> CaseRow.of(known, now, wording)).toList();
    }

    /** In the given order; a case whose desk has just gone is left out. */
    private Stream<CaseRow.Known> known(List<Case> shown) {
        var voices = cases.voices(shown);
        var people = customers.findAll(
                shown.stream().map(it -> new CustomerId(it.customer())).toList());
        return shown.stream()
                .flatMap(it -> desks.find(it.desk()).stream()
                        .map(desk -> known(
                                it, desk, voices.get(it.invitation()), people.get(new CustomerId(it.customer())))));
    }

    private CaseRow.Known known(Case it, Desk desk, @Nullable Voice voice, @Nullable Customer customer) {
        var touchpoint = voice == null
                ? ""
                : surveys.find(voice.survey()).map(Survey::touchpoint).orElse(voice.survey());
        return new CaseRow.Known(it, desk, voice, customer, touchpoint);
    }

    private static List<CasePage.Fact> facts(@Nullable Customer customer, Wording wording) {
        if (customer == null) {
            return List.of();
        }
        var language = Locale.forLanguageTag(customer.locale()).getDisplayLanguage(wording.locale());
        var channels = customer.preferredChannels().stream()
                .map(channel -> wording.word("staff.channel.", channel))
                .collect(Collectors.joining(", "));
        return Stream.of(
                        new CasePage.Fact(wording.text("staff.case.number"), customer.externalId()),
                        new CasePage.Fact(wording.text("staff.case.language"), language),
                        new CasePage.Fact(wording.text("staff.case.prefers"), channels),
                        new CasePage.Fact(wording.text("staff.case.mail"), text(customer.email())),
                        new CasePage.Fact(wording.text("staff.case.phone"), text(customer.phone())))
                .filter(fact -> !fact.value().isEmpty())
                .toList();
    }

    private static String text(@Nullable String known) {
        return Objects.requireNonNullElse(known, "");
    }
}
