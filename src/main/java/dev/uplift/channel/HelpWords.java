package dev.uplift.channel;

import java.util.Set;

/** The words that ask who writes, as networks want them to be answered; the whole message must say just that. */
final class HelpWords {

    private static final Set<String> WORDS = Set.of("help", "info", "hilfe", "help me", "bitte hilfe", "hilfe bitte");

    private HelpWords() {}

    static boolean in(String message) {
        return WORDS.contains(StopWords.words(message));
    }
}
