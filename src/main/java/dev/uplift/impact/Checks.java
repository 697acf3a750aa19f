package dev.uplift.impact;

import dev.uplift.impact.Report.Check;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;

/** What was found about the soundness of a comparison, in sentences a manager can check; p-values stand in brackets. */
record Checks(Comparison comparison) {

    private static final long FEWEST_ANSWERS = 50;
    private static final double DAYS_APART = 1;

    List<Check> all() {
        if (comparison.controlled() && !comparison.subject().readsOut()) {
            return List.of(lot(), baseline(), response(), mixed(), locked(), enough());
        }
        return comparison.controlled()
                ? List.of(lot(), baseline(), response(), survey(), delay(), mixed(), locked(), enough())
                : List.of(locked(), enough());
    }

    private Check lot() {
        var p = sound().lot().p();
        return check(
                "lot-balance",
                sound().lotIsFair(),
                tongue -> tongue.say(
                                "%s kamen {into}, %s {waited}; geplant waren %s.",
                                "%s came {into}, %s {waited}; %s were planned.",
                                drawn(tongue, treated()),
                                drawn(tongue, holdOut()),
                                tongue.share(comparison.plan().holdOut()))
                        + " " + chance(tongue, sound().lotIsFair(), p));
    }

    private Check baseline() {
        if (comparison.plan().anonymous()) {
            return check(
                    "baseline-balance",
                    true,
                    "Die Antworten sind anonym: Frühere Antworten, Kanal und Merkmale lassen sich nicht heranziehen.",
                    "Answers are anonymous: earlier answers, channel and attributes cannot be used.");
        }
        var before = sound().before();
        if (before.isEmpty()) {
            return check(
                    "baseline-balance",
                    true,
                    "Es gibt zu wenige frühere Antworten für einen Vergleich.",
                    "There are too few earlier answers to compare.");
        }
        return check(
                "baseline-balance",
                sound().beforeIsAlike(),
                tongue -> tongue.say(
                                "{before} war der Wert %s bei {got}, und %s bei {heldOf}.",
                                "{before} the score was %s of {got} and %s of {heldOf}.",
                                tongue.points(treated().earlier().score()),
                                tongue.points(holdOut().earlier().score()))
                        + byAccount(tongue)
                        + " "
                        + chance(tongue, sound().beforeIsAlike(), before.get().p()));
    }

    private Check response() {
        return check(
                "response-balance",
                sound().responseIsAlike(),
                tongue -> tongue.say(
                                "{In} antworteten %s der Befragten, von {heldOf} %s.",
                                "%s of those asked answered {in}, %s of {heldOf}.",
                                tongue.exactly(treated().rate()),
                                tongue.exactly(holdOut().rate()))
                        + byAccount(tongue)
                        + consequence(tongue)
                        + " "
                        + chance(tongue, sound().responseIsAlike(), sound().response()));
    }

    /** A failed check beside a verdict that stands would contradict it without this. */
    private String consequence(Tongue tongue) {
        if (comparison.biased()) {
            return tongue.say(
                    " Wer nicht geantwortet hat, kann den ganzen Unterschied ausmachen.",
                    " Those who did not answer may make the whole difference.");
        }
        return comparison.comparable()
                        && comparison.estimates().primary().name().equals("weighted")
                ? tongue.say(
                        " Deshalb sind die Antworten so gewichtet, als hätten beide Gruppen gleich oft geantwortet.",
                        " So answers are weighted as if both groups had answered alike.")
                : "";
    }

    private Check survey() {
        var treated = treated().besides().surveys();
        var holdOut = holdOut().besides().surveys();
        if (treated.isEmpty() || holdOut.isEmpty()) {
            return check(
                    "same-survey",
                    true,
                    "Noch haben nicht beide Gruppen geantwortet.",
                    "Not both groups have answered yet.");
        }
        return treated.equals(holdOut)
                ? check(
                        "same-survey",
                        true,
                        tongue -> tongue.say("Beide Gruppen beantworteten %s.", "Both groups answered %s.", treated))
                : check(
                        "same-survey",
                        sound().sameSurvey(),
                        tongue -> tongue.say(
                                "Die Kampagne beantwortete %s, die Zurückgehaltenen %s.",
                                "The campaign answered %s, those held back %s.", treated, holdOut));
    }

    private Check delay() {
        var treated = treated().besides().askedAfter();
        var holdOut = holdOut().besides().askedAfter();
        return treated == null || holdOut == null
                ? check(
                        "same-delay",
                        true,
                        "Noch wurden nicht beide Gruppen befragt.",
                        "Not both groups have been asked yet.")
                : check(
                        "same-delay",
                        Math.abs(treated - holdOut) <= DAYS_APART,
                        tongue -> tongue.say(
                                "Befragt wurde im Mittel %s Tage nach Beginn, bei den Zurückgehaltenen %s; höchstens ein Tag"
                                        + " Abstand ist in Ordnung.",
                                "People were asked %s days after the start on average, those held back %s; at most one day"
                                        + " apart is fine.",
                                tongue.tenths(treated),
                                tongue.tenths(holdOut)));
    }

    private Check mixed() {
        return check(
                "contamination",
                sound().unmixed(),
                tongue -> tongue.say(
                        "%s von %s {anyway}; höchstens %s sind in Ordnung.",
                        "%s of %s {anyway}; at most %s is fine.",
                        tongue.count(holdOut().besides().mixed()),
                        tongue.count(holdOut().assigned()),
                        tongue.share(Soundness.MIXED)));
    }

    private Check locked() {
        var locked = comparison.plan().lockedAt();
        var first = Stream.of(treated(), holdOut())
                .map(side -> side.besides().firstAnswerAt())
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
        if (locked == null || first == null) {
            return check("plan-locked", true, "Noch kam keine Antwort.", "No answer has come yet.");
        }
        return check(
                "plan-locked",
                !locked.isAfter(first),
                tongue -> tongue.say(
                        "Der Plan stand fest am %s; die erste Antwort kam am %s.",
                        "The plan was fixed on %s; the first answer came on %s.",
                        tongue.moment(locked),
                        tongue.moment(first)));
    }

    private Check enough() {
        if (!comparison.controlled()) {
            return check(
                    "enough-answers",
                    treated().answered() >= FEWEST_ANSWERS,
                    tongue -> tongue.say(
                            "%s Antworten; 50 sind das Mindeste.",
                            "%s answers; 50 are the least.",
                            tongue.count(treated().answered())));
        }
        return comparison
                .accounts()
                .map(this::enough)
                .orElseGet(() -> check(
                        "enough-answers",
                        comparison.enoughAnswers(),
                        tongue -> tongue.say(
                                "%s Antworten {in}, %s von {heldOf}; je 50 sind das Mindeste.",
                                "%s answers {in}, %s of {heldOf}; 50 in each are the least.",
                                tongue.count(treated().answered()),
                                tongue.count(holdOut().answered()))));
    }

    private Check enough(Accounts accounts) {
        return check(
                "enough-answers",
                comparison.enoughAnswers() && comparison.comparable(),
                tongue -> tongue.say(
                        "%s Antworten von %s Konten in der Kampagne, %s von %s bei den Zurückgehaltenen; je 50 von 10 Konten sind"
                                + " das Mindeste.",
                        "%s answers of %s accounts in the campaign, %s of %s held back; 50 of 10 accounts in each are the least.",
                        tongue.count(treated().answered()),
                        tongue.count(accounts.count(Accounts.SCORE, "treated")),
                        tongue.count(holdOut().answered()),
                        tongue.count(accounts.count(Accounts.SCORE, "hold-out"))));
    }

    private String drawn(Tongue tongue, Side side) {
        var drawn = tongue.count(sound().drawn(side));
        return comparison.accounts().isPresent() ? tongue.say("%s Konten", "%s accounts", drawn) : drawn;
    }

    private String byAccount(Tongue tongue) {
        return comparison.accounts().isPresent()
                ? tongue.say(" Verglichen wurde nach Konten.", " They were compared by account.")
                : "";
    }

    private static String chance(Tongue tongue, boolean alike, double p) {
        return alike
                ? tongue.say(
                        "Das kann Zufall allein erklären (%s).",
                        "Chance alone may explain that (%s).", tongue.chance(p))
                : tongue.say("Das erklärt Zufall kaum (%s).", "Chance hardly explains that (%s).", tongue.chance(p));
    }

    private Check check(String name, boolean ok, String german, String english) {
        return check(name, ok, tongue -> tongue.say(german, english));
    }

    private Check check(String name, boolean ok, Function<Tongue, String> sentence) {
        return Check.of(name, ok, Tongue.texts(tongue -> comparison.subject().worded(tongue, sentence.apply(tongue))));
    }

    private Soundness sound() {
        return new Soundness(comparison);
    }

    private Side treated() {
        return comparison.treated();
    }

    private Side holdOut() {
        return comparison.holdOut();
    }
}
