package dev.uplift.impact;

import dev.uplift.impact.stats.Interval;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What would be found without answers under review, which came by links that a program had opened before.
 *
 * @param treated how many of them are from the campaign
 * @param holdOut how many are from those held back
 * @param difference without them; null where no difference is shown, or where it would tell what fewer than 5 people answered
 * @param code the verdict without them
 * @param changed whether that is another verdict
 * @param text the same in a few sentences by language
 */
public record Sensitivity(
        long treated,
        long holdOut,
        Report.@Nullable Difference difference,
        String code,
        boolean changed,
        Map<String, String> text) {

    private static final long FEWEST = 5;

    static Sensitivity of(Comparison all, Comparison trusted) {
        var treated = all.treated().answered() - trusted.treated().answered();
        var holdOut = all.holdOut().answered() - trusted.holdOut().answered();
        var shown = all.comparable() && trusted.comparable() && tellable(treated) && tellable(holdOut);
        var code = trusted.code();
        return new Sensitivity(
                treated,
                holdOut,
                shown ? trusted.difference() : null,
                code.name(),
                code != all.code(),
                Tongue.texts(tongue -> counted(tongue, treated, holdOut)
                        + " "
                        + judged(tongue, trusted, code, code != all.code())
                        + (shown ? " " + measured(tongue, trusted) : "")));
    }

    private static boolean tellable(long people) {
        return people == 0 || people >= FEWEST;
    }

    private static String counted(Tongue tongue, long treated, long holdOut) {
        return tongue.say(
                "%s Antworten aus der Kampagne und %s von Zurückgehaltenen kamen über Links, die vorher auch ein Programm"
                        + " geöffnet hatte.",
                "%s answers from the campaign and %s of those held back came by links that a program had opened before, too.",
                tongue.count(treated),
                tongue.count(holdOut));
    }

    private static String judged(Tongue tongue, Comparison trusted, VerdictCode code, boolean changed) {
        if (!changed) {
            return tongue.say("Ohne sie bleibt das Urteil dasselbe.", "Without them the verdict stays the same.");
        }
        var sentence = new Wording(trusted, new Shortage(trusted).needed(code)).text(code, tongue);
        return tongue.say("Ohne sie wäre das Urteil: %s", "Without them the verdict would be: %s", sentence);
    }

    private static String measured(Tongue tongue, Comparison trusted) {
        Interval range = trusted.range();
        return tongue.say(
                "Unterschied ohne sie: %s (%s).",
                "Difference without them: %s (%s).",
                tongue.points(trusted.points()),
                tongue.range(range.low(), range.high()));
    }
}
