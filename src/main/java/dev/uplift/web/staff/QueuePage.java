package dev.uplift.web.staff;

import dev.uplift.followup.Case;
import dev.uplift.followup.CaseState;
import dev.uplift.followup.Day;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Everything on the page of the queue.
 *
 * @param works whether the reader works at any desk
 * @param day what the reader has done today, in words
 * @param fresh how many came since the page was opened
 */
record QueuePage(boolean works, List<CampaignList.Choice> chips, String day, List<CaseRow> rows, Fresh fresh) {

    /** Which cases are shown; the address says it as {@code ?show=mine}. */
    enum Show {
        ALL,
        MINE,
        NEW,
        OVERDUE,
        WAITING;

        /** What the address asks for; an unknown word asks for all. */
        static Show of(String word) {
            return Stream.of(values())
                    .filter(show -> show.key().equals(word))
                    .findFirst()
                    .orElse(ALL);
        }

        String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        String address() {
            return this == ALL ? "/cases" : "/cases?show=" + key();
        }

        boolean fits(Case it, String agent, Instant now) {
            return switch (this) {
                case ALL -> true;
                case MINE -> agent.equals(it.owner());
                case NEW -> it.state() == CaseState.NEW;
                case OVERDUE -> it.overdue(now);
                case WAITING -> it.state() == CaseState.WAITING;
            };
        }
    }

    /**
     * New cases that are not on the page yet.
     *
     * @param after the highest number on the page
     * @param words empty while there are none
     */
    record Fresh(Show show, long after, String words) {

        static Fresh of(Show show, long after, long count, Wording wording) {
            return new Fresh(show, after, count == 0 ? "" : wording.text("staff.cases.fresh", wording.count(count)));
        }

        /** Where to ask again. */
        String source() {
            return "/cases/fresh?show=" + show.key() + "&after=" + after;
        }

        /** The page with the new cases on it. */
        String address() {
            return show.address();
        }
    }

    /** What somebody has done today; never to compare people. */
    static String day(Day day, Wording wording) {
        var took = day.toFirstContact();
        var words = wording.text("staff.cases.day", wording.count(day.done()), wording.count(day.open()));
        return took == null
                ? words
                : words + " · " + wording.text("staff.cases.day.contact", CaseClock.words(took, wording));
    }

    static List<CampaignList.Choice> chips(Show chosen, List<Case> open, String agent, Instant now, Wording wording) {
        return Stream.of(Show.values())
                .map(show -> new CampaignList.Choice(
                        wording.text("staff.cases.show." + show.key()),
                        show.address(),
                        show == chosen,
                        wording.count(open.stream()
                                .filter(it -> show.fits(it, agent, now))
                                .count())))
                .toList();
    }
}
