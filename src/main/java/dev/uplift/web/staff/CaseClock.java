package dev.uplift.web.staff;

import dev.uplift.followup.Case;
import dev.uplift.followup.CaseState;
import dev.uplift.followup.OpeningHours;
import java.time.Duration;
import java.time.Instant;

/**
 * How urgent a case is, in words first.
 *
 * @param until the instant in words; empty while no clock runs
 */
record CaseClock(Tag tag, String until) {

    /** Less opening time than this is little. */
    private static final Duration SOON = Duration.ofHours(2);

    /** From here on minutes say nothing. */
    private static final Duration LONG = Duration.ofHours(10);

    static CaseClock of(Case it, OpeningHours hours, Instant now, Wording wording) {
        var due = it.clock().dueAt();
        if (!it.state().open()) {
            return new CaseClock(plain("check", wording.text("staff.case.state." + it.state())), "");
        }
        if (it.state() == CaseState.WAITING) {
            return new CaseClock(plain("player-pause", wording.text("staff.case.state.WAITING")), "");
        }
        if (it.firstContactAt() != null) {
            return new CaseClock(new Tag("ok", "circle-check", wording.text("staff.case.contacted")), "");
        }
        return due == null ? resting(it, wording) : running(due, hours, now, wording);
    }

    private static CaseClock resting(Case it, Wording wording) {
        var back = it.backAt();
        var until = back == null ? "" : wording.text("staff.case.back", wording.time(back));
        return new CaseClock(plain("player-pause", wording.text("staff.case.rests")), until);
    }

    private static CaseClock running(Instant due, OpeningHours hours, Instant now, Wording wording) {
        var until = wording.text("staff.case.due", wording.time(due));
        if (due.isBefore(now)) {
            var late = words(hours.between(due, now), wording);
            return new CaseClock(new Tag("over", "alert-triangle", wording.text("staff.case.overdue", late)), until);
        }
        var left = hours.between(now, due);
        var word = wording.text("staff.case.left", words(left, wording));
        return new CaseClock(left.compareTo(SOON) < 0 ? new Tag("soon", "clock", word) : plain("clock", word), until);
    }

    private static Tag plain(String icon, String word) {
        return new Tag("plain", icon, word);
    }

    static String words(Duration time, Wording wording) {
        var minutes = wording.text("staff.case.minutes", wording.count(time.toMinutesPart()));
        var hours = wording.text("staff.case.hours", wording.count(time.toHours()));
        if (time.toHours() == 0) {
            return minutes;
        }
        return time.toMinutesPart() == 0 || time.compareTo(LONG) >= 0 ? hours : hours + "\u00a0" + minutes;
    }
}
