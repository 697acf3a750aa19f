package dev.uplift.web.api;

import static java.util.stream.Collectors.toMap;

import dev.uplift.strategy.Board;
import dev.uplift.strategy.Goals;
import dev.uplift.strategy.State;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The goal tree: promises, key results with their ranges, and the campaigns that serve them. */
@RestController
@RequestMapping("/api/goals")
class GoalsApi {

    private final Goals goals;
    private final Clock clock;

    GoalsApi(Goals goals, Clock clock) {
        this.goals = goals;
        this.clock = clock;
    }

    @GetMapping
    Tree tree() {
        return Tree.of(goals.board(clock.instant()));
    }

    @GetMapping("/{key}")
    PromiseView promise(@PathVariable String key) {
        return goals.board(clock.instant()).promises().stream()
                .filter(scorecard -> scorecard.promise().key().equals(key))
                .map(PromiseView::of)
                .findFirst()
                .orElseThrow(() -> new NotKnown("promise", key));
    }

    /** Everything; the counts say how many key results are in each state. */
    record Tree(
            LocalDate day,
            Map<String, Long> counts,
            List<PromiseView> promises,
            List<PromiseView.Serving> provenWins,
            List<PromiseView.Serving> unlinked) {

        static Tree of(Board board) {
            return new Tree(
                    board.day(),
                    Stream.of(State.values())
                            .collect(toMap(State::key, board::count, (one, same) -> one, LinkedHashMap::new)),
                    board.promises().stream().map(PromiseView::of).toList(),
                    PromiseView.Serving.all(board.provenWins()),
                    PromiseView.Serving.all(board.unlinked()));
        }
    }
}
