package dev.uplift.web.staff;

import dev.uplift.followup.Desk;
import dev.uplift.impact.DeskFigures;
import dev.uplift.impact.DeskFigures.Portion;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What became of the cases of a desk.
 *
 * @param inTime share contacted in time, or a dash
 * @param pace opening time until half of them were contacted, or a dash
 * @param recovered share of the unhappy who were not any more when they answered again, or a dash
 * @param causes why customers were unhappy, in words
 */
record DeskCard(String cases, Share inTime, String pace, Share recovered, List<Row> causes, List<Row> outcomes) {

    private static final String UNKNOWN = "\u2013";

    /** A share in words with its range and what it is of; both may be empty. */
    record Share(String percent, String range, String of) {

        static Share of(@Nullable Portion portion, Wording wording) {
            return portion == null
                    ? new Share(UNKNOWN, "", "")
                    : new Share(
                            wording.percent(portion.percent() / 100),
                            DeskCard.range(portion, wording),
                            wording.text(
                                    "staff.processed.of", wording.count(portion.some()), wording.count(portion.all())));
        }
    }

    /** A part of all; the key is that of a root cause or an outcome. */
    record Row(String key, String name, String count, String percent, String range) {

        static Row of(Portion portion, String name, Wording wording) {
            return new Row(
                    portion.name(),
                    name,
                    wording.count(portion.some()),
                    wording.percent(portion.percent() / 100),
                    DeskCard.range(portion, wording));
        }
    }

    static DeskCard of(DeskFigures figures, Optional<Duration> pace, Desk desk, Wording wording) {
        return new DeskCard(
                wording.count(figures.cases()),
                Share.of(figures.inTime(), wording),
                pace.map(time -> CaseClock.words(time, wording)).orElse(UNKNOWN),
                Share.of(figures.recovered(), wording),
                figures.causes().stream()
                        .map(cause -> Row.of(cause, cause(desk, cause.name(), wording), wording))
                        .toList(),
                figures.outcomes().stream()
                        .map(outcome ->
                                Row.of(outcome, wording.text("staff.effect.outcome." + outcome.name()), wording))
                        .toList());
    }

    /** The root cause in words, or its key once the desk no longer has it. */
    static String cause(Desk desk, String key, Wording wording) {
        var words = desk.rootCauses().get(key);
        return words == null ? key : wording.chosen(words);
    }

    private static String range(Portion portion, Wording wording) {
        return wording.percent(portion.low() / 100) + " \u2026 " + wording.percent(portion.high() / 100);
    }
}
