package dev.uplift.impact;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.uplift.impact.stats.Classes;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * All that a report is computed from: counts, no persons. The same evidence gives the same report, byte for byte.
 *
 * @param looks how many different looks were taken before this one
 * @param themes reasons that people chose, most frequent first
 * @param outside customers of no arm with an answer before and after, by both; empty where a hold-out makes them needless
 * @param waves answers of contacted and others in two spans before the start and one after; empty likewise
 * @param heldBack people held back by other runs, by their answer before and after; empty likewise
 * @param also answers to the other metrics that the same run asks for
 * @param accounts how many accounts are alike; empty unless whole accounts were drawn
 * @param trusted the same without answers under review, or null if no answer is
 */
record Evidence(
        MeasurementPlan plan,
        Instant asOf,
        int looks,
        List<Peers> peers,
        Besides treated,
        Besides holdOut,
        List<Theme> themes,
        List<Outside> outside,
        List<Wave> waves,
        List<Outside> heldBack,
        List<Also> also,
        List<Accounts.Alike> accounts,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Evidence trusted) {

    /** Without an answer under review. */
    Evidence(
            MeasurementPlan plan,
            Instant asOf,
            int looks,
            List<Peers> peers,
            Besides treated,
            Besides holdOut,
            List<Theme> themes,
            List<Outside> outside,
            List<Wave> waves,
            List<Outside> heldBack,
            List<Also> also,
            List<Accounts.Alike> accounts) {
        this(plan, asOf, looks, peers, treated, holdOut, themes, outside, waves, heldBack, also, accounts, null);
    }

    /**
     * What else a comparison must know of one arm.
     *
     * @param exposed how many got the first message, or would have
     * @param invited how many were asked
     * @param surveys keys of the surveys that were answered
     * @param recent answers of the last seven days
     * @param firstAnswerAt when the first of them answered, or null
     * @param askedAfter mean days from the start to the invitation, or null before the first
     * @param mixed people held back who got the campaign by another run
     * @param guardrails people by what happened to them since the start, such as {@code churned} or {@code withdrawn}
     */
    record Besides(
            long exposed,
            long invited,
            String surveys,
            long recent,
            @Nullable Instant firstAnswerAt,
            @Nullable Double askedAfter,
            long mixed,
            SortedMap<String, Long> guardrails) {

        Besides timeless() {
            return new Besides(exposed, invited, surveys, 0, firstAnswerAt, askedAfter, mixed, guardrails);
        }

        static final Besides NOTHING = new Besides(0, 0, "", 0, null, null, 0, Collections.emptySortedMap());
    }

    /** People who did not get the campaign by their answer before and after its start, 0 to 10. */
    record Outside(int earlier, int score, long people) {}

    /** Answers of a span: 0 and 1 before the start, 2 after it. */
    record Wave(boolean treated, int number, Classes answers) {}

    /** So many people of an arm with this answer to another metric, by its key. */
    record Also(boolean treated, String metric, int answer, long people) {}

    /** The same after so many looks at other evidence. */
    Evidence after(int others) {
        return new Evidence(
                plan,
                asOf,
                others,
                peers,
                treated,
                holdOut,
                themes,
                outside,
                waves,
                heldBack,
                also,
                accounts,
                trusted == null ? null : trusted.after(others));
    }

    /** The same beside what is left of it without answers under review. */
    Evidence beside(Evidence less) {
        return new Evidence(
                plan, asOf, looks, peers, treated, holdOut, themes, outside, waves, heldBack, also, accounts, less);
    }

    /** What is left when the time of the look is taken away: the same counts have the same hash on another day. */
    Evidence timeless() {
        var over = !asOf.isBefore(plan.readOutAt());
        return new Evidence(
                plan,
                over ? plan.readOutAt() : Instant.EPOCH,
                0,
                peers,
                treated.timeless(),
                holdOut.timeless(),
                themes,
                outside,
                waves,
                heldBack,
                also,
                accounts,
                trusted == null ? null : trusted.timeless());
    }

    /** The evidence on a run before anybody was drawn. */
    static Evidence none(MeasurementPlan plan, Instant now) {
        return new Evidence(
                plan,
                now,
                0,
                List.of(),
                Besides.NOTHING,
                Besides.NOTHING,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }
}
