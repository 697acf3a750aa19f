package dev.uplift.web.staff;

import dev.uplift.strategy.Board;
import dev.uplift.strategy.Contribution;
import dev.uplift.strategy.Scorecard;
import dev.uplift.strategy.State;
import java.util.List;
import java.util.Locale;

/**
 * Everything on the page of the goals.
 *
 * @param sum how all key results stand, in a sentence; empty without any
 * @param offTrack those that somebody has to do something about
 * @param wins campaigns that were proved to have raised the score
 */
record GoalsPage(
        String sum,
        List<Pointer> offTrack,
        List<PromiseCard> promises,
        List<CampaignLine> wins,
        List<CampaignLine> unlinked) {

    /** A key result, and the promise under which it stands further down. */
    record Pointer(String promise, String name) {}

    /**
     * A promise with its key results.
     *
     * @param campaigns those that serve it
     */
    record PromiseCard(
            String key,
            String name,
            String owner,
            String aim,
            List<KeyResultRow> keyResults,
            List<CampaignLine> campaigns) {

        static PromiseCard of(Scorecard scorecard, Board board, Wording wording) {
            var promise = scorecard.promise();
            return new PromiseCard(
                    promise.key(),
                    wording.chosen(promise.name()),
                    promise.owner(),
                    wording.text("staff.goals.aim." + promise.serves()),
                    scorecard.keyResults().stream()
                            .map(standing -> KeyResultRow.of(standing, board.day(), wording))
                            .toList(),
                    lines(scorecard.campaigns(), wording));
        }
    }

    static GoalsPage of(Board board, Wording wording) {
        return new GoalsPage(
                sum(board, wording),
                offTrack(board, wording),
                board.promises().stream()
                        .map(scorecard -> PromiseCard.of(scorecard, board, wording))
                        .toList(),
                lines(board.provenWins(), wording),
                lines(board.unlinked(), wording));
    }

    private static List<CampaignLine> lines(List<Contribution> campaigns, Wording wording) {
        return campaigns.stream()
                .map(campaign -> CampaignLine.of(campaign, wording))
                .toList();
    }

    /** Reached counts as on track: both mean that nobody has to act. */
    private static String sum(Board board, Wording wording) {
        var good = board.count(State.REACHED) + board.count(State.ON_TRACK);
        var unclear = board.count(State.UNCLEAR);
        var off = board.count(State.OFF_TRACK);
        var all = good + unclear + off;
        return all == 0
                ? ""
                : wording.text(
                        "staff.goals.sum",
                        wording.count(good),
                        wording.count(all),
                        wording.count(unclear),
                        wording.count(off));
    }

    private static List<Pointer> offTrack(Board board, Wording wording) {
        return board.promises().stream()
                .flatMap(scorecard -> scorecard.keyResults().stream()
                        .filter(standing -> standing.state() == State.OFF_TRACK)
                        .map(standing -> new Pointer(
                                scorecard.promise().key(),
                                wording.chosen(standing.keyResult().name()))))
                .toList();
    }

    /** Whether at least one key result has a forecast. */
    boolean foresees() {
        return promises.stream()
                .flatMap(promise -> promise.keyResults().stream())
                .anyMatch(row -> !row.forecast().isEmpty());
    }

    /** The word of a state, with an icon that says the same. */
    static Tag tag(State state, Wording wording) {
        var word = wording.text("staff.goals.state." + state.name().toLowerCase(Locale.ROOT));
        return switch (state) {
            case REACHED -> new Tag("ok", "circle-check", word);
            case ON_TRACK -> new Tag("ok", "trending-up", word);
            case UNCLEAR -> new Tag("soon", "help-circle", word);
            case OFF_TRACK -> new Tag("over", "alert-triangle", word);
        };
    }
}
