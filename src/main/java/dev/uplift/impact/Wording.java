package dev.uplift.impact;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The sentence of a verdict with its numbers, in every language. */
record Wording(Comparison comparison, Report.@Nullable Needed needed) {

    private static final Pattern PLACE = Pattern.compile("\\{(\\w+)}");

    /** Below this share raising it brings a decision sooner than more of the same. */
    private static final double GOOD_HOLD_OUT = .3;

    Map<String, String> texts(VerdictCode code) {
        return Tongue.texts(tongue -> text(code, tongue));
    }

    String text(VerdictCode code, Tongue tongue) {
        var values = values(tongue);
        return interim(code, tongue)
                + PLACE.matcher(comparison.subject().worded(tongue, code.template(tongue)))
                        .replaceAll(place -> Matcher.quoteReplacement(values.getOrDefault(place.group(1), "")));
    }

    /** What is said before the read-out may still change, and says so. */
    private String interim(VerdictCode code, Tongue tongue) {
        if (!comparison.subject().readsOut()
                || comparison.look().last()
                || code.compareTo(VerdictCode.RESPONSE_BIASED) <= 0) {
            return "";
        }
        return tongue == Tongue.GERMAN ? "Zwischenstand. " : "Interim. ";
    }

    private Map<String, String> values(Tongue tongue) {
        var values = new HashMap<String, String>();
        values.put("worth", tongue.count(comparison.plan().worth()));
        values.put("unit", tongue.unit(comparison.plan().asks()));
        values.put("share", tongue.share(comparison.plan().holdOut()));
        sides(tongue, values);
        effect(tongue, values);
        values.put("why", why(tongue));
        values.put("soon", soon(tongue));
        values.put("state", new State(comparison).text(tongue));
        missing(tongue, values);
        return values;
    }

    private void sides(Tongue tongue, Map<String, String> values) {
        values.put("assignedTreated", drawn(comparison.treated(), tongue));
        values.put("assignedHoldOut", drawn(comparison.holdOut(), tongue));
        values.put("answeredTreated", tongue.count(comparison.treated().answered()));
        values.put("answeredHoldOut", tongue.count(comparison.holdOut().answered()));
        values.put("rateTreated", tongue.share(comparison.treated().rate()));
        values.put("rateHoldOut", tongue.share(comparison.holdOut().rate()));
    }

    private String drawn(Side side, Tongue tongue) {
        return comparison
                .accounts()
                .map(accounts -> tongue.count(accounts.count(Accounts.DRAWN, side.arm()))
                        + (tongue == Tongue.GERMAN ? " Kundenkonten" : " accounts"))
                .orElseGet(() -> tongue.count(side.assigned()));
    }

    private void effect(Tongue tongue, Map<String, String> values) {
        if (!comparison.comparable()) {
            return;
        }
        var range = comparison.range();
        values.put("points", tongue.points(comparison.points()));
        values.put("range", tongue.range(range.low(), range.high()));
        values.put("boundLow", tongue.points(comparison.bounds().low()));
        values.put("boundHigh", tongue.points(comparison.bounds().high()));
        values.put("smaller", smaller(tongue, range.high() < comparison.plan().worth()));
    }

    private void missing(Tongue tongue, Map<String, String> values) {
        if (needed != null) {
            values.put("answers", tongue.count(needed.answers()));
            values.put("invitations", tongue.about(needed.invitations()));
            values.put("rate", tongue.share(new Shortage(comparison).rate()));
            values.put("orHoldOut", comparison.plan().holdOut() < GOOD_HOLD_OUT ? orHoldOut(tongue) : "");
        }
    }

    /** After the read-out nothing more is to be waited for. */
    private String soon(Tongue tongue) {
        if (tongue == Tongue.GERMAN) {
            return comparison.look().last() ? "Zu wenige Antworten" : "Zu früh";
        }
        return comparison.look().last() ? "Too few answers" : "Too early";
    }

    private String why(Tongue tongue) {
        if (!new Soundness(comparison).sameSurvey()) {
            return tongue == Tongue.GERMAN
                    ? "Beide müssen dieselbe Umfrage bekommen."
                    : "Both must get the same survey.";
        }
        return comparison.subject().worded(tongue, "{rule}");
    }

    private String smaller(Tongue tongue, boolean surely) {
        var worth = tongue.count(comparison.plan().worth());
        return surely
                ? tongue.say("Das ist weniger als die geforderten %s.", "That is less than the %s asked for.", worth)
                : tongue.say(
                        "Die Spanne lässt auch weniger als die geforderten %s zu.",
                        "The range also allows less than the %s asked for.", worth);
    }

    private String orHoldOut(Tongue tongue) {
        return comparison
                .subject()
                .worded(
                        tongue,
                        tongue.say("; oder die {held} auf 30\u00a0%% erhöhen", "; or raise the {held} to 30%%"));
    }
}
