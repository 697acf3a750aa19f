package dev.uplift.demo.company;

import java.util.List;

/** What customers write into a survey, by what they feel and in their language. */
public record Comments(List<String> german, List<String> english) {

    private static final Comments DETRACTOR = new Comments(
            List.of(
                    "Mein Abschlag ist schon wieder gestiegen, obwohl ich weniger verbraucht habe.",
                    "Die Rechnung verstehe ich beim besten Willen nicht.",
                    "Seit drei Wochen warte ich auf eine Antwort.",
                    "Am Telefon hieß es jedes Mal etwas anderes.",
                    "40 Minuten in der Warteschleife. Das geht gar nicht.",
                    "Die Nachzahlung kam völlig überraschend.",
                    "Zu teuer geworden. Ich vergleiche gerade andere Anbieter."),
            List.of(
                    "My instalment went up again although I used less.",
                    "I simply cannot make sense of the bill.",
                    "Nobody answered my e-mail for three weeks.",
                    "Forty minutes on hold is not acceptable."));

    private static final Comments PASSIVE = new Comments(
            List.of(
                    "Läuft alles, aber die App könnte besser sein.",
                    "Im Großen und Ganzen in Ordnung.",
                    "Die Rechnung könnte übersichtlicher sein.",
                    "Freundlich, nur manchmal etwas langsam.",
                    "Preis ist okay, mehr Erklärung zum Abschlag wäre gut."),
            List.of(
                    "It works, the app could be better though.",
                    "Fine overall, the bill is a bit hard to read.",
                    "Friendly, if a little slow at times."));

    private static final Comments PROMOTER = new Comments(
            List.of(
                    "Seit Jahren zufrieden, nie ein Problem gehabt.",
                    "Der neue Abschlag wurde gut erklärt, danke!",
                    "Sehr nette Beratung am Telefon.",
                    "Umzug gemeldet, in fünf Minuten erledigt. Super.",
                    "Ökostrom, fairer Preis, klare Rechnung. Weiter so!"),
            List.of(
                    "Happy for years, never had a problem.",
                    "The new instalment was explained well, thank you!",
                    "Moving house took five minutes. Great."));

    private static final int BEST_DETRACTOR = 6;
    private static final int BEST_PASSIVE = 8;

    /** The comments that go with a score from 0 to 10. */
    public static Comments of(int score) {
        if (score <= BEST_DETRACTOR) {
            return DETRACTOR;
        }
        return score <= BEST_PASSIVE ? PASSIVE : PROMOTER;
    }

    /** Comments in the customer's language. */
    public List<String> in(Person person) {
        return person.english() ? english : german;
    }
}
