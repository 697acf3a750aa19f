package dev.uplift.survey;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The score in a text message as people write it: {@code 9!}, {@code sieben}, {@code 10/10}, {@code Ich gebe eine 8}. A
 * message that may mean something else has none, since asking back costs less than a wrong answer.
 *
 * @param score on the survey's scale
 * @param rest what was written after it, often the reason; may be empty
 */
record SmsScore(int score, String rest) {

    /** A number with its sign and decimals, or a word; keycaps such as 7️⃣ are numbers followed by marks. */
    private static final Pattern TOKEN = Pattern.compile("[-+]?\\p{Nd}+(?:[.,]\\p{Nd}+)?|\\p{L}+");

    private static final Pattern OF_TEN =
            Pattern.compile("^\\W*(?:/|von|out of|of|aus)\\s*(\\p{Nd}{1,2})(?!\\p{Nd})", Pattern.CASE_INSENSITIVE);

    /** Some of several things or people, so that the number counts them. */
    private static final Pattern SOME_OF = Pattern.compile("^\\s*(?:von|of|aus)(?!\\p{L})", Pattern.CASE_INSENSITIVE);

    private static final Pattern NOT_TEXT = Pattern.compile("^[^\\p{L}\\p{Nd}]+");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    private static final Map<String, Integer> WORDS = words(
            List.of("null", "zero"),
            List.of("eins", "one"),
            List.of("zwei", "zwo", "two"),
            List.of("drei", "three"),
            List.of("vier", "four"),
            List.of("funf", "fuenf", "five"),
            List.of("sechs", "six"),
            List.of("sieben", "seven"),
            List.of("acht", "eight"),
            List.of("neun", "nine"),
            List.of("zehn", "ten"));

    /** What stands before a score without changing it. */
    private static final Set<String> BEFORE = Set.of(
            "a",
            "also",
            "an",
            "answer",
            "antwort",
            "bewertung",
            "bitte",
            "d",
            "das",
            "definitely",
            "die",
            "ein",
            "eine",
            "einen",
            "es",
            "euch",
            "gebe",
            "give",
            "glatte",
            "hallo",
            "hello",
            "hi",
            "i",
            "ich",
            "ihnen",
            "is",
            "ist",
            "it",
            "its",
            "klare",
            "meine",
            "my",
            "note",
            "number",
            "of",
            "ok",
            "punkte",
            "rate",
            "rating",
            "s",
            "sage",
            "say",
            "score",
            "solid",
            "the",
            "vergebe",
            "von",
            "wert",
            "would",
            "wurde",
            "you",
            "zahl");

    /** A number before one of these counts something else. */
    private static final Set<String> UNITS = Set.of(
            "am",
            "anrufe",
            "bills",
            "calls",
            "cent",
            "days",
            "eur",
            "euro",
            "fragen",
            "hours",
            "jahre",
            "leute",
            "mal",
            "minuten",
            "minutes",
            "monate",
            "months",
            "percent",
            "pm",
            "prozent",
            "questions",
            "rechnungen",
            "stunden",
            "tage",
            "tagen",
            "times",
            "uhr",
            "weeks",
            "wochen",
            "x",
            "years");

    /** What follows a score without being a reason. */
    private static final Set<String> COURTESY = Set.of(
            "bitte",
            "cheers",
            "danke",
            "dankeschon",
            "from",
            "geben",
            "gern",
            "gerne",
            "grusse",
            "lg",
            "me",
            "mfg",
            "mir",
            "ok",
            "please",
            "points",
            "punkt",
            "punkte",
            "sagen",
            "schon",
            "sehr",
            "stars",
            "sterne",
            "thank",
            "thanks",
            "vielen",
            "viele",
            "you");

    /** What was written after the score, if that is more than courtesy. */
    Optional<String> reason() {
        var words = TOKEN.matcher(rest).results().map(token -> folded(token.group()));
        return words.allMatch(COURTESY::contains) ? Optional.empty() : Optional.of(rest);
    }

    /** The score, if the message has exactly one and means it as such. */
    static Optional<SmsScore> in(String text, int lowest, int highest) {
        var plain = Normalizer.normalize(text, Normalizer.Form.NFKC);
        var tokens = TOKEN.matcher(plain).results().toList();
        var place = IntStream.range(0, tokens.size())
                .filter(index -> isNumber(tokens.get(index).group()))
                .findFirst();
        return place.isEmpty() || !stands(tokens, place.getAsInt())
                ? Optional.empty()
                : scored(tokens.get(place.getAsInt()), plain, lowest, highest);
    }

    /** Nothing before it changes its meaning, and what follows is nothing that it counts. */
    private static boolean stands(List<MatchResult> tokens, int place) {
        return tokens.subList(0, place).stream()
                        .map(token -> folded(token.group()))
                        .allMatch(BEFORE::contains)
                && (place + 1 == tokens.size()
                        || !UNITS.contains(folded(tokens.get(place + 1).group())));
    }

    private static Optional<SmsScore> scored(MatchResult token, String plain, int lowest, int highest) {
        var score = value(token.group());
        var rest = plain.substring(token.end());
        var ofTen = OF_TEN.matcher(rest);
        if (ofTen.find() && Integer.parseInt(ofTen.group(1)) == highest) {
            rest = rest.substring(ofTen.end());
        } else if (SOME_OF.matcher(rest).find()) {
            return Optional.empty();
        }
        var more = TOKEN.matcher(rest).results().map(MatchResult::group).anyMatch(SmsScore::isNumber);
        return score == null || score < lowest || score > highest || more
                ? Optional.empty()
                : Optional.of(new SmsScore(
                        score, NOT_TEXT.matcher(rest).replaceFirst("").strip()));
    }

    private static boolean isNumber(String token) {
        return WORDS.containsKey(folded(token)) || !Character.isLetter(token.charAt(0));
    }

    /** Null for what is no whole number of one or two digits. */
    private static @Nullable Integer value(String token) {
        return token.matches("\\p{Nd}{1,2}") ? (Integer) Integer.parseInt(token) : WORDS.get(folded(token));
    }

    /** Without case and accents. */
    private static String folded(String token) {
        var parts = Normalizer.normalize(token, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
        return MARKS.matcher(parts).replaceAll("");
    }

    @SafeVarargs
    private static Map<String, Integer> words(List<String>... byValue) {
        var words = new HashMap<String, Integer>();
        for (var value = 0; value < byValue.length; value++) {
            for (var word : byValue[value]) {
                words.put(word, value);
            }
        }
        return Map.copyOf(words);
    }
}
