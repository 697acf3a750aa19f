package dev.uplift.impact;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is compared with its absence; gives the sentences of verdicts and checks their words, where they say {@code {cause}}. */
enum Subject {
    /** A run against its hold-out, read out on a day that is fixed before. */
    CAMPAIGN(
            Map.ofEntries(
                    Map.entry("cause", "die Kampagne: Das Los hat entschieden, wer sie bekam"),
                    Map.entry("who", "wer die Kampagne bekam"),
                    Map.entry("without", "ohne jede Kampagne"),
                    Map.entry("Without", "Ohne jede Kampagne"),
                    Map.entry("before", "Vor der Kampagne"),
                    Map.entry("into", "in die Kampagne"),
                    Map.entry("in", "in der Kampagne"),
                    Map.entry("In", "In der Kampagne"),
                    Map.entry("got", "denen, die sie bekamen"),
                    Map.entry("held", "Kontrollgruppe"),
                    Map.entry("inHeld", "in der Kontrollgruppe"),
                    Map.entry("intoHeld", "in die Kontrollgruppe"),
                    Map.entry("heldOf", "den Zurückgehaltenen"),
                    Map.entry("waited", "wurden zurückgehalten"),
                    Map.entry("anyway", "Zurückgehaltenen bekamen die Kampagne durch einen anderen Lauf"),
                    Map.entry(
                            "rule",
                            "Wer zur Kontrollgruppe gehört, darf die Kampagne auch durch keinen anderen Lauf bekommen."),
                    Map.entry("nobody", "Niemand wurde zurückgehalten.")),
            Map.ofEntries(
                    Map.entry("cause", "the campaign: a lot decided who got it"),
                    Map.entry("who", "who got the campaign"),
                    Map.entry("without", "without any campaign"),
                    Map.entry("before", "Before the campaign"),
                    Map.entry("into", "into the campaign"),
                    Map.entry("in", "in the campaign"),
                    Map.entry("got", "those who got it"),
                    Map.entry("held", "hold-out"),
                    Map.entry("inHeld", "in the hold-out"),
                    Map.entry("intoHeld", "into the hold-out"),
                    Map.entry("heldOf", "those held back"),
                    Map.entry("waited", "were held back"),
                    Map.entry("anyway", "held back got the campaign by another run"),
                    Map.entry("rule", "Nobody of the hold-out may get the campaign by another run either."),
                    Map.entry("nobody", "Nobody was held back."))),

    /** Cases that are followed up at once against those that wait; it goes on and on, so that there is no read-out. */
    FOLLOW_UP(
            Map.ofEntries(
                    Map.entry("cause", "das Nachfassen: Das Los hat entschieden, wer warten musste"),
                    Map.entry("who", "wer warten musste"),
                    Map.entry("without", "ohne jedes Nachfassen"),
                    Map.entry("Without", "Ohne jedes Nachfassen"),
                    Map.entry("before", "Vor dem Nachfassen"),
                    Map.entry("into", "sofort zum Nachfassen"),
                    Map.entry("in", "mit sofortigem Nachfassen"),
                    Map.entry("In", "Mit sofortigem Nachfassen"),
                    Map.entry("got", "denen, bei denen sofort nachgefasst wurde"),
                    Map.entry("held", "Warteliste"),
                    Map.entry("inHeld", "auf der Warteliste"),
                    Map.entry("intoHeld", "auf die Warteliste"),
                    Map.entry("heldOf", "den Wartenden"),
                    Map.entry("waited", "mussten warten"),
                    Map.entry("anyway", "Wartenden wurden vor der Zeit doch angesprochen"),
                    Map.entry("rule", "Wer wartet, darf vor der Zeit auch in keinem anderen Fall angesprochen werden."),
                    Map.entry("nobody", "Niemand musste warten.")),
            Map.ofEntries(
                    Map.entry("cause", "following up: a lot decided who had to wait"),
                    Map.entry("who", "who had to wait"),
                    Map.entry("without", "without any follow-up"),
                    Map.entry("before", "Before the follow-up"),
                    Map.entry("into", "straight to follow-up"),
                    Map.entry("in", "with follow-up at once"),
                    Map.entry("got", "those followed up at once"),
                    Map.entry("held", "waiting list"),
                    Map.entry("inHeld", "on the waiting list"),
                    Map.entry("intoHeld", "onto the waiting list"),
                    Map.entry("heldOf", "those waiting"),
                    Map.entry("waited", "had to wait"),
                    Map.entry("anyway", "waiting were contacted before their time after all"),
                    Map.entry(
                            "rule",
                            "Nobody who waits may be contacted before their time, not about another case either."),
                    Map.entry("nobody", "Nobody had to wait.")));

    private static final Pattern WORD = Pattern.compile("\\{(\\w+)}");

    @SuppressWarnings("ImmutableEnumChecker") // Map.ofEntries gives an immutable map, its type does not say so
    private final Map<String, String> german;

    @SuppressWarnings("ImmutableEnumChecker")
    private final Map<String, String> english;

    Subject(Map<String, String> german, Map<String, String> english) {
        this.german = german;
        this.english = english;
    }

    /** The sentence with its words; places that it knows nothing of stay as they are. */
    String worded(Tongue tongue, String sentence) {
        var words = tongue == Tongue.GERMAN ? german : english;
        return WORD.matcher(sentence)
                .replaceAll(place -> Matcher.quoteReplacement(words.getOrDefault(place.group(1), place.group())));
    }

    /** Whether there is a day on which the comparison ends. */
    boolean readsOut() {
        return this == CAMPAIGN;
    }
}
