package dev.uplift.impact;

import static dev.uplift.impact.Studies.arm;
import static dev.uplift.impact.Studies.evidence;
import static dev.uplift.impact.Studies.inAccounts;
import static dev.uplift.impact.Studies.report;
import static org.assertj.core.api.Assertions.assertThat;

import dev.uplift.impact.Accounts.Alike;
import dev.uplift.impact.stats.Classes;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class AccountsTests {

    private static final MeasurementPlan PLAN = Studies.plan(5, .5, false, "ACCOUNT", List.of("channel"));
    private static final Classes BETTER = new Classes(30, 70, 100);
    private static final Classes WORSE = new Classes(50, 80, 70);

    @Test
    void isLessSureWherePeopleOfAnAccountSayTheSame() {
        var people = report(evidence(Studies.plan(5, .5, false), treated(BETTER), holdOut(WORSE)));
        var accounts = report(inAccounts(evidence(PLAN, treated(BETTER), holdOut(WORSE)), ofOneMind(400)));

        assertThat(people.verdict().code()).isEqualTo("PROVEN_WORTH");
        assertThat(accounts.verdict().code()).isEqualTo("NOT_ENOUGH");
        assertThat(difference(accounts).estimator()).isEqualTo("accounts");
        assertThat(difference(accounts).points()).isEqualTo(25);
        assertThat(width(accounts)).isGreaterThan(2 * width(people));
        assertThat(Objects.requireNonNull(side(accounts, "treated").low()))
                .isLessThan(Objects.requireNonNull(side(people, "treated").low()) - 10);
        assertThat(accounts.estimates()).extracting(Report.Estimate::name).containsExactly("accounts");
    }

    @Test
    void needsAsManyTimesTheAnswersAsPeopleOfAnAccountAreAlike() {
        var apart = inAccounts(evidence(PLAN, treated(WORSE), holdOut(WORSE)), ofDifferentMinds(WORSE, WORSE));
        var alike = inAccounts(evidence(PLAN, treated(WORSE), holdOut(WORSE)), ofOneMind(400, WORSE, WORSE));

        assertThat(apart.accounts()).isNotEmpty();
        assertThat(needed(report(alike))).isGreaterThan(8 * needed(report(apart)));
    }

    @Test
    void isLessSureOfTheMeanAnswerToo() {
        var strangers = mean(report(evidence(Studies.plan(5, .5, false), treated(WORSE), holdOut(WORSE))));
        var alike =
                mean(report(inAccounts(evidence(PLAN, treated(WORSE), holdOut(WORSE)), ofOneMind(400, WORSE, WORSE))));

        assertThat(alike.points()).isEqualTo(strangers.points());
        assertThat(alike.high() - alike.low()).isGreaterThan(2 * (strangers.high() - strangers.low()));
    }

    private static Report.Estimate mean(Report report) {
        return report.outcomes().stream()
                .map(Report.Outcome::difference)
                .filter(difference -> difference.name().equals("mean-answer"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void isNeverSurerThanOfAsManyStrangers() {
        var strangers = report(evidence(Studies.plan(5, .5, false), treated(BETTER), holdOut(WORSE)));
        var apart =
                report(inAccounts(evidence(PLAN, treated(BETTER), holdOut(WORSE)), ofDifferentMinds(BETTER, WORSE)));

        assertThat(width(apart)).isGreaterThanOrEqualTo(width(strangers));
    }

    @Test
    void judgesTheLotByAccountsAndNotByPeople() {
        var peopleUneven = evidence(PLAN, arm("treated", 900, 900, BETTER), arm("hold-out", 400, 400, WORSE));
        var fair = report(inAccounts(peopleUneven, drawn(90, 10, 40, 10, 45, 1)));
        var broken = report(inAccounts(peopleUneven, drawn(90, 10, 40, 10, 0, 1)));

        assertThat(check(fair, "lot-balance").ok()).isTrue();
        assertThat(check(broken, "lot-balance").ok()).isFalse();
        assertThat(broken.verdict().code()).isEqualTo("LOT_BROKEN");
        assertThat(broken.verdict().text().get("en")).contains("90 accounts came into the campaign and 40 accounts");
        assertThat(Objects.requireNonNull(broken.arms().get("treated")).accounts())
                .isEqualTo(90);
    }

    @Test
    void saysThatFewerThanTenAccountsProveNothing() {
        var people = evidence(PLAN, treated(BETTER), holdOut(WORSE));

        assertThat(report(inAccounts(people, drawn(9, 44, 12, 33, 0, 1)))
                        .verdict()
                        .code())
                .isEqualTo("TOO_FEW_GROUPS");
        assertThat(report(inAccounts(people, drawn(9, 44, 12, 33, 0, 1))).difference())
                .isNull();
    }

    @Test
    void waitsForAnswersBeforeItCountsTheirAccounts() {
        var people = evidence(
                PLAN, arm("treated", 400, 400, new Classes(1, 2, 3)), arm("hold-out", 400, 400, new Classes(1, 2, 2)));
        var report = report(inAccounts(
                people,
                new Alike("answered", "treated", 4, 0, 94),
                new Alike("answered", "treated", 4, 1, 6),
                new Alike("answered", "hold-out", 4, 0, 95),
                new Alike("answered", "hold-out", 4, 1, 5),
                new Alike("score", "treated", 1, 100, 6),
                new Alike("score", "hold-out", 1, 100, 5)));

        assertThat(report.verdict().code()).isEqualTo("TOO_EARLY");
        assertThat(Objects.requireNonNull(report.needed()).answers()).isGreaterThan(8163);
        assertThat(report(evidence(PLAN)).verdict().code()).isEqualTo("TOO_EARLY");
    }

    @Test
    void isNotAlarmedWhenWholeAccountsStaySilent() {
        var more = arm("treated", 400, 400, new Classes(45, 105, 100));
        var fewer = arm("hold-out", 400, 400, WORSE);
        var silent = new ArrayList<>(List.of(
                new Alike("answered", "treated", 20, 20, 12),
                new Alike("answered", "treated", 20, 1, 8),
                new Alike("answered", "hold-out", 20, 20, 10),
                new Alike("answered", "hold-out", 20, 0, 10)));
        silent.addAll(List.of(ofOneMind(0)));

        assertThat(check(report(evidence(Studies.plan(5, .5, false), more, fewer)), "response-balance")
                        .ok())
                .isFalse();
        assertThat(check(
                                report(inAccounts(evidence(PLAN, more, fewer), silent.toArray(Alike[]::new))),
                                "response-balance")
                        .ok())
                .isTrue();
    }

    @Test
    void comparesThoseWhoLeftByAccountToo() {
        var people = evidence(PLAN, treated(BETTER), holdOut(WORSE));
        var accounts = new ArrayList<>(List.of(ofOneMind(400)));
        accounts.add(new Alike("churned", "treated", 10, 10, 2));
        accounts.add(new Alike("churned", "treated", 10, 0, 38));
        accounts.add(new Alike("churned", "hold-out", 10, 10, 6));
        accounts.add(new Alike("churned", "hold-out", 10, 0, 34));

        var churned = report(inAccounts(people, accounts.toArray(Alike[]::new)))
                .outcomes()
                .get(0)
                .difference();

        assertThat(churned.low()).isLessThan(-20);
        assertThat(churned.p()).isGreaterThan(.05);
    }

    private static Peers treated(Classes answers) {
        return arm("treated", 400, 400, answers);
    }

    private static Peers holdOut(Classes answers) {
        return arm("hold-out", 400, 400, answers);
    }

    private static Alike[] ofOneMind(long drawn) {
        return ofOneMind(drawn, BETTER, WORSE);
    }

    /** Accounts of ten who all answer the same; so many people drawn on each side, in as many accounts. */
    private static Alike[] ofOneMind(long drawn, Classes treated, Classes holdOut) {
        var accounts = new ArrayList<Alike>();
        for (var arm : List.of("treated", "hold-out")) {
            var answers = arm.equals("treated") ? treated : holdOut;
            accounts.add(new Alike("score", arm, 10, -1000, answers.detractors() / 10));
            accounts.add(new Alike("score", arm, 10, 0, answers.passives() / 10));
            accounts.add(new Alike("score", arm, 10, 1000, answers.promoters() / 10));
            if (drawn > 0) {
                accounts.add(new Alike("answered", arm, 10, 5, drawn / 10));
            }
        }
        return accounts.toArray(Alike[]::new);
    }

    /** Accounts of ten that are all alike, whose people differ as people do. */
    private static Alike[] ofDifferentMinds(Classes treated, Classes holdOut) {
        return new Alike[] {
            new Alike("score", "treated", 10, treated.score() * 10, 20),
            new Alike("score", "hold-out", 10, holdOut.score() * 10, 20),
            new Alike("answered", "treated", 10, 5, 40),
            new Alike("answered", "hold-out", 10, 5, 40)
        };
    }

    /** Accounts of both arms with so many people each, and further small ones of the hold-out. */
    private static Alike[] drawn(long treated, long people, long holdOut, long others, long small, long ofSmall) {
        var accounts = new ArrayList<>(List.of(
                new Alike("answered", "treated", people, 2, treated),
                new Alike("answered", "hold-out", others, 2, holdOut),
                new Alike("score", "treated", 2, 70, treated),
                new Alike("score", "hold-out", 2, 20, holdOut)));
        if (small > 0) {
            accounts.add(new Alike("answered", "hold-out", ofSmall, 0, small));
        }
        return accounts.toArray(Alike[]::new);
    }

    private static long needed(Report report) {
        assertThat(report.verdict().code()).isEqualTo("NOT_ENOUGH");
        return Objects.requireNonNull(report.needed()).answers();
    }

    private static double width(Report report) {
        return difference(report).high() - difference(report).low();
    }

    private static Report.Arm side(Report report, String name) {
        return Objects.requireNonNull(report.arms().get(name));
    }

    private static Report.Difference difference(Report report) {
        return Objects.requireNonNull(report.difference());
    }

    private static Report.Check check(Report report, String name) {
        return report.checks().stream()
                .filter(check -> check.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
