package dev.uplift.web.staff;

import dev.uplift.followup.Case;
import dev.uplift.followup.CaseEvent;
import dev.uplift.followup.CaseState;
import dev.uplift.followup.Outcome;
import dev.uplift.followup.SecondAnswer;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Everything on the page of one case.
 *
 * @param reasons those that the customer chose
 * @param callBack whether the customer asked to be called
 * @param changed the score as the customer left it last; empty if it is that of the case
 * @param ending how it ended, in words; empty while it is open
 * @param second what the customer answered when asked again, in words; empty before that
 * @param letters what can be written; none while the reader cannot
 * @param outbox what became of the newest message, or null
 * @param causes the desk's root causes
 * @param colleagues log-in names of the others at the desk; empty if every agent works there
 * @param others other open cases of the same customer
 */
record CasePage(
        CaseRow row,
        String answered,
        List<String> reasons,
        boolean callBack,
        String changed,
        String ending,
        String second,
        List<LetterCard> letters,
        @Nullable Outbox outbox,
        Possible possible,
        List<Fact> facts,
        List<Entry> history,
        Select causes,
        Select outcomes,
        List<String> colleagues,
        List<CaseRow> others) {

    /** Something known about the customer. */
    record Fact(String label, String value) {}

    /** What the reader may do with a case now; {@code work} is everything that only its owner does. */
    record Possible(boolean take, boolean work, boolean snooze) {

        static Possible of(Case it, String agent) {
            var own = agent.equals(it.owner());
            var away = it.state() == CaseState.SNOOZED || it.state() == CaseState.WAITING;
            return new Possible(
                    it.state() == CaseState.NEW || (own && away),
                    own && it.state().open(),
                    own && it.state() == CaseState.WORKING);
        }
    }

    /** One event in words. */
    record Entry(String when, String what, String text) {

        static Entry of(CaseEvent event, CaseRow.Known known, Wording wording) {
            return new Entry(
                    wording.time(event.at()),
                    wording.text(key(event), event.actor(), channel(event.channel(), wording), value(event, wording)),
                    text(event, known, wording));
        }

        private static String value(CaseEvent event, Wording wording) {
            return switch (event.what()) {
                case REFUSED, NOT_ASKED -> wording.word("staff.reason.", event.text());
                default -> event.text();
            };
        }

        private static String text(CaseEvent event, CaseRow.Known known, Wording wording) {
            var outcome = event.outcome();
            return switch (event.what()) {
                case MERGED, REFUSED, NOT_ASKED, ANSWERED -> "";
                case CLOSED ->
                    outcome == null
                            ? event.text()
                            : (CasePage.ending(known, outcome, event.rootCause(), wording) + "\n" + event.text())
                                    .strip();
                default -> event.text();
            };
        }

        private static String key(CaseEvent event) {
            var reached = event.reached();
            return reached == null
                    ? "staff.case.event." + event.what()
                    : "staff.case.event." + event.what() + (reached ? ".reached" : ".missed");
        }

        private static String channel(@Nullable String channel, Wording wording) {
            return channel == null ? "" : wording.word("staff.channel.", channel);
        }
    }

    static Select outcomes(Wording wording) {
        return Select.of(
                "outcome",
                wording.text("staff.case.outcome"),
                Stream.of(Outcome.values()).map(Outcome::name),
                "",
                outcome -> wording.text("staff.case.outcome." + outcome));
    }

    static Select causes(CaseRow.Known known, Wording wording) {
        var keys = known.desk().rootCauses().keySet();
        return Select.of(
                "rootCause",
                wording.text("staff.case.cause"),
                Stream.concat(Stream.of(""), keys.stream().sorted()),
                "",
                cause -> cause.isEmpty() ? wording.text("staff.case.cause.none") : cause(known, cause, wording));
    }

    static String ending(CaseRow.Known known, Wording wording) {
        var ending = known.it().ending();
        return ending == null ? "" : ending(known, ending.outcome(), ending.rootCause(), wording);
    }

    static String ending(CaseRow.Known known, Outcome how, @Nullable String cause, Wording wording) {
        var outcome = wording.text("staff.case.outcome." + how);
        return cause == null ? outcome : outcome + " · " + cause(known, cause, wording);
    }

    /** What the customer answered then and now. */
    static String second(int then, SecondAnswer second, Wording wording) {
        var now = second.score();
        var refused = second.refused();
        if (now != null) {
            return wording.text("staff.case.second.answered", wording.count(then), wording.count(now));
        }
        return refused == null
                ? wording.text("staff.case.second.asked")
                : wording.text("staff.case.second.refused", wording.word("staff.reason.", refused));
    }

    /** The root cause in words, or its key once the desk no longer has it. */
    private static String cause(CaseRow.Known known, String key, Wording wording) {
        var words = known.desk().rootCauses().get(key);
        return words == null ? key : wording.chosen(words);
    }
}
