package dev.uplift.web.staff;

import static java.util.stream.Collectors.joining;

import dev.uplift.strategy.KeyResult;
import dev.uplift.strategy.Standing;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A key result and where it stands.
 *
 * @param scope whose answers count, in words
 * @param address the answers behind it
 * @param now the score in words; a dash below five answers
 * @param path where it has to be now, in words; a dash if nobody knows
 * @param why what the state rests on, in a sentence
 * @param forecast where it leads, in a sentence; empty if the answers say too little
 * @param chart null below five answers
 */
record KeyResultRow(
        String name,
        String scope,
        String address,
        Tag state,
        String now,
        String range,
        String answers,
        String path,
        String target,
        String by,
        String why,
        String forecast,
        @Nullable PathChart chart) {

    static KeyResultRow of(Standing standing, LocalDate day, Wording wording) {
        var keyResult = standing.keyResult();
        var answers = wording.count(standing.now().answered());
        return new KeyResultRow(
                wording.chosen(keyResult.name()),
                scope(keyResult, wording),
                address(keyResult, day),
                GoalsPage.tag(standing.state(), wording),
                ScoreFigure.score(standing.now(), wording),
                ScoreFigure.range(standing.now(), wording),
                wording.text("staff.goals.answers", answers, wording.count(keyResult.days())),
                path(standing, wording),
                wording.score(keyResult.target()),
                wording.date(keyResult.by()),
                why(standing, day, wording),
                forecast(standing, wording),
                standing.hidden() ? null : PathChart.of(standing, day, wording));
    }

    private static String scope(KeyResult keyResult, Wording wording) {
        var scope = keyResult.scope();
        var segment = scope.segment().isEmpty() ? wording.text("staff.insights.everybody") : scope.segment();
        return Stream.of(segment, scope.touchpoint(), scope.survey(), wording.text("staff.kind." + scope.kind()))
                .filter(part -> !part.isEmpty())
                .collect(joining(" · "));
    }

    private static String address(KeyResult keyResult, LocalDate day) {
        var scope = keyResult.scope();
        var window = keyResult.window(day);
        return new InsightsForm(
                        Map.of(
                                "kind", scope.kind(),
                                "touchpoint", scope.touchpoint(),
                                "survey", scope.survey(),
                                "segment", scope.segment(),
                                "from", window.first().toString(),
                                "until", window.last().toString()),
                        List.of(),
                        List.of(),
                        day)
                .address(Map.of());
    }

    /** Where it has to be now; a range if its beginning was measured. */
    private static String path(Standing standing, Wording wording) {
        var path = standing.path();
        if (!standing.begun() && path.low() < path.high()) {
            return ScoreFigure.UNKNOWN;
        }
        var low = wording.score(path.low());
        var high = wording.score(path.high());
        return low.equals(high) ? low : wording.scores(path.low(), path.high());
    }

    private static String why(Standing standing, LocalDate day, Wording wording) {
        var path = path(standing, wording);
        return switch (standing.state()) {
            case REACHED -> wording.text("staff.goals.why.reached");
            case ON_TRACK -> wording.text("staff.goals.why.on", path);
            case OFF_TRACK ->
                day.isBefore(standing.keyResult().by())
                        ? wording.text("staff.goals.why.off", path)
                        : wording.text("staff.goals.why.missed");
            case UNCLEAR -> unclear(standing, path, wording);
        };
    }

    private static String unclear(Standing standing, String path, Wording wording) {
        var needed = wording.count(standing.needed());
        if (standing.now().answered() == 0) {
            return wording.text("staff.goals.why.nobody", needed);
        }
        if (standing.few()) {
            return wording.text("staff.goals.why.few", needed);
        }
        if (!standing.begun()) {
            return wording.text(
                    "staff.goals.why.start", wording.date(standing.keyResult().start()));
        }
        return standing.needed() > 0
                ? wording.text("staff.goals.why.wide", path, needed)
                : wording.text("staff.goals.why.close", path);
    }

    private static String forecast(Standing standing, Wording wording) {
        var forecast = standing.forecast();
        if (forecast == null) {
            return "";
        }
        var range = forecast.range().clipped(100);
        return wording.text("staff.goals.forecast", wording.scores(range.low(), range.high()));
    }
}
