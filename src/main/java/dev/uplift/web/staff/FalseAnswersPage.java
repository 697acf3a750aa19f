package dev.uplift.web.staff;

import dev.uplift.survey.FalseAnswers;
import java.util.List;

/**
 * What programs did to survey links.
 *
 * @param since from when on is counted
 * @param quiet whether no program did anything
 * @param links how many links, each with its label
 * @param review how many answers came by a link that a program had opened before
 */
record FalseAnswersPage(
        String since, boolean quiet, List<CampaignPage.Fact> links, List<RuleRow> rules, String review) {

    /** A sign of programs, and how many invitations show it. */
    record RuleRow(String sign, String invitations) {}

    static FalseAnswersPage of(FalseAnswers found, Wording wording) {
        return new FalseAnswersPage(
                wording.text("staff.false-answers.since", wording.day(found.since())),
                found.scanned() == 0 && found.review() == 0,
                List.of(
                        fact("invitations", wording.count(found.invitations()), wording),
                        fact("opened", of(found.opened(), found.invitations(), wording), wording),
                        fact("scanned", of(found.scanned(), found.invitations(), wording), wording)),
                found.byRule().entrySet().stream()
                        .map(rule -> new RuleRow(
                                wording.word("staff.false-answers.", rule.getKey()),
                                of(rule.getValue(), found.invitations(), wording)))
                        .toList(),
                wording.text(
                        "staff.false-answers.review.count",
                        wording.count(found.review()),
                        wording.count(found.answers()),
                        wording.percent(found.review(), found.answers())));
    }

    private static CampaignPage.Fact fact(String name, String value, Wording wording) {
        return new CampaignPage.Fact(wording.text("staff.false-answers." + name), value);
    }

    private static String of(long part, long whole, Wording wording) {
        return wording.text("staff.false-answers.of", wording.count(part), wording.percent(part, whole));
    }
}
