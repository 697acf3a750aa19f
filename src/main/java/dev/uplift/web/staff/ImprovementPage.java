package dev.uplift.web.staff;

import dev.uplift.followup.Improvement;
import dev.uplift.followup.Improvements.Event;
import dev.uplift.impact.CauseShares;
import dev.uplift.impact.DeskFigures.Portion;
import dev.uplift.impact.Finding;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Everything on the page of one improvement.
 *
 * @param due its day as a form wants it; empty without one
 * @param steps what may be decided now; empty for readers who may not
 * @param effect what the linked campaign showed, or null without one
 * @param change how often the root cause was named before and after, or null before there is anything to compare
 * @param decides whether the reader may decide and change
 */
record ImprovementPage(
        ImprovementRow row,
        String due,
        String proposed,
        List<CaseLine> cases,
        List<Entry> history,
        List<Step> steps,
        @Nullable Effect effect,
        @Nullable Change change,
        boolean decides) {

    /** A case that showed it, with the customer in words, by the number under which they are found. */
    record CaseLine(long id, String customer, int score) {}

    /** What may be decided. */
    record Step(String state, String verb) {}

    /** One event in words. */
    record Entry(String when, String what, String text) {

        static Entry of(Event event, Wording wording) {
            return new Entry(
                    wording.time(event.at()),
                    wording.text("staff.improvement.event." + event.what(), event.actor()),
                    event.text());
        }
    }

    /** What the campaign showed; the tag is null before its first report, the difference empty where none may be named. */
    record Effect(String key, String name, @Nullable Tag verdict, String sentence, String difference) {

        static Effect of(Finding finding, String name, Wording wording) {
            var difference = finding.difference();
            return new Effect(
                    finding.campaign(),
                    name,
                    Tag.ofVerdict(finding.verdict().code(), wording),
                    wording.chosen(finding.verdict().text()),
                    difference == null || !Proof.comparable(finding)
                            ? ""
                            : wording.difference(difference.points()) + " ("
                                    + wording.differences(difference.low(), difference.high()) + ")");
        }

        static Effect none(String key, Wording wording) {
            return new Effect(key, key, null, wording.text("staff.improvement.no-report"), "");
        }
    }

    /** Shares in words, each with its range. */
    record Change(String days, String before, String after, String difference) {

        static Change of(CauseShares.Change change, Wording wording) {
            return new Change(
                    wording.text("staff.effect.days", wording.count(change.days())),
                    words(change.before(), wording),
                    words(change.after(), wording),
                    wording.text("staff.improvement.points", wording.tenths(change.low(), change.high())));
        }

        private static String words(Portion share, Wording wording) {
            return wording.text(
                    "staff.improvement.share",
                    wording.percent(share.percent() / 100),
                    wording.percent(share.low() / 100),
                    wording.percent(share.high() / 100),
                    wording.count(share.some()),
                    wording.count(share.all()));
        }
    }

    static List<Step> steps(Improvement it, boolean decides, Wording wording) {
        return !decides
                ? List.of()
                : Stream.of(Improvement.State.values())
                        .filter(it.state().next()::contains)
                        .map(next -> new Step(next.name(), wording.text("staff.improvement.do." + next)))
                        .toList();
    }
}
