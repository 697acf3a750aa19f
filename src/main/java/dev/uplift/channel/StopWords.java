package dev.uplift.channel;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The ways people tell us to stop, in German, English, French and Spanish; the whole message must say just that. */
final class StopWords {

    private static final Set<String> PHRASES = Set.of(
            // the provider's own words, and ways to write them
            "stop",
            "stopp",
            "stoppen",
            "stopall",
            "stop all",
            "unsubscribe",
            "unsub",
            "end",
            "quit",
            "cancel",
            "revoke",
            "optout",
            "opt out",
            "stop it",
            "stop texting",
            "stop texting me",
            "stop messaging me",
            "stop sending",
            "remove me",
            "do not text",
            "do not text me",
            "dont text me",
            "don t text me",
            "no more",
            "no more messages",
            "no more texts",
            "leave me alone",
            // German
            "ende",
            "beenden",
            "abmelden",
            "abmeldung",
            "abbestellen",
            "austragen",
            "abbestellung",
            "widerruf",
            "widerrufen",
            "melden sie mich ab",
            "melde mich ab",
            "mich abmelden",
            "ich mochte mich abmelden",
            "keine mehr",
            "keine nachrichten mehr",
            "keine sms mehr",
            "nicht mehr schreiben",
            "schreiben sie mir nicht mehr",
            "schreibt mir nicht mehr",
            "lassen sie mich in ruhe",
            // French
            "arret",
            "arreter",
            "arretez",
            "desabonner",
            "desabonnement",
            "desinscrire",
            "desinscription",
            "desinscrivez moi",
            "me desabonner",
            "plus de sms",
            "plus de messages",
            // Spanish
            "baja",
            "alto",
            "parar",
            "pare",
            "detener",
            "cancelar",
            "darme de baja",
            "dar de baja",
            "dame de baja",
            "no mas",
            "no mas mensajes",
            "no mas sms",
            "no enviar mas");

    private static final Set<String> POLITE = Set.of(
            "bitte", "danke", "sofort", "jetzt", "please", "pls", "thanks", "thank", "you", "now", "merci", "svp",
            "por", "favor", "gracias", "ya", "sms", "alle", "alles");

    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");
    private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}]+");

    private StopWords() {}

    static boolean in(String message) {
        var words = words(message);
        return PHRASES.contains(words) || PHRASES.contains(withoutPoliteness(words));
    }

    /** The words alone: without case, accents, digits and signs. */
    static String words(String message) {
        var plain = ACCENTS.matcher(Normalizer.normalize(message, Normalizer.Form.NFKD))
                .replaceAll("");
        return NO_LETTERS
                .matcher(plain.toLowerCase(Locale.ROOT))
                .replaceAll(" ")
                .strip();
    }

    private static String withoutPoliteness(String words) {
        return Arrays.stream(words.split(" ", -1))
                .filter(word -> !POLITE.contains(word))
                .collect(Collectors.joining(" "));
    }
}
