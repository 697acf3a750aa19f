package dev.uplift.web.staff;

import dev.uplift.impact.Assumption;
import dev.uplift.impact.Outlook;
import dev.uplift.platform.InvalidInput;
import dev.uplift.platform.Problem;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the report would say if the campaign did something that one may choose.
 *
 * @param effect as it stands in the form, in points
 * @param people as it stands in the form
 * @param answers as it stands in the form, in percent
 * @param faults what is wrong with the form
 * @param result null before it was tried
 */
record TrialCard(
        String effect,
        String people,
        String answers,
        List<String> faults,
        @Nullable Result result) {

    /**
     * What it would say in many worlds.
     *
     * @param legend each verdict that is ever given
     * @param means what the report shows on average beside the truth, in sentences
     * @param sample sentence of the first world's report at the read-out
     */
    record Result(String worlds, List<Day> days, List<Bar.Part> legend, List<String> means, String sample) {

        static Result of(Outlook outlook, Wording wording) {
            var days =
                    outlook.looks().stream().map(look -> Day.of(look, wording)).toList();
            return new Result(
                    wording.count(outlook.assumption().worlds()),
                    days,
                    legend(days),
                    means(outlook, wording),
                    wording.chosen(outlook.sentence()));
        }

        private static List<Bar.Part> legend(List<Day> days) {
            var parts = new LinkedHashMap<String, Bar.Part>();
            days.forEach(day -> day.verdicts.parts().forEach(part -> parts.putIfAbsent(part.kind(), part)));
            return List.copyOf(parts.values());
        }

        private static List<String> means(Outlook outlook, Wording wording) {
            var covered = outlook.covered();
            var shown = outlook.points() == null || covered == null
                    ? ""
                    : wording.text(
                            "staff.trial.shown",
                            wording.tenths(outlook.points()),
                            wording.percent(covered),
                            wording.unit());
            var naive = outlook.naive() == null
                    ? ""
                    : wording.text("staff.trial.naive", wording.difference(outlook.naive()), wording.unit());
            return Stream.of(shown, naive)
                    .filter(sentence -> !sentence.isEmpty())
                    .toList();
        }
    }

    /** A look on one day after the question in all worlds. */
    record Day(String day, String answers, Bar verdicts) {

        static Day of(Outlook.Look look, Wording wording) {
            return new Day(
                    wording.count(look.day()),
                    wording.count(Math.round(look.answers())),
                    Bar.ofVerdicts(look.codes(), wording));
        }
    }

    /** Before it was tried. */
    static TrialCard offered(Assumption usual) {
        return new TrialCard(plain(usual.effect()), plain(usual.people()), percent(usual), List.of(), null);
    }

    static TrialCard of(Outlook outlook, Wording wording) {
        var tried = outlook.assumption();
        return new TrialCard(
                plain(tried.effect()), plain(tried.people()), percent(tried), List.of(), Result.of(outlook, wording));
    }

    /** What was typed stays, with what is wrong with it. */
    static TrialCard refused(TrialForm form, Assumption usual, InvalidInput refusal, Wording wording) {
        return new TrialCard(
                typed(form.effect(), plain(usual.effect())),
                typed(form.people(), plain(usual.people())),
                typed(form.answers(), percent(usual)),
                refusal.problems().stream()
                        .map(Problem::where)
                        .map(field -> wording.text("staff.trial.wrong." + field))
                        .toList(),
                null);
    }

    private static String typed(@Nullable String text, String usual) {
        return text == null ? usual : text;
    }

    private static String percent(Assumption assumption) {
        return plain(100 * assumption.answerRate());
    }

    /** As a number field of a browser wants it, whatever the language. */
    private static String plain(double number) {
        return BigDecimal.valueOf(number)
                .setScale(1, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }
}
