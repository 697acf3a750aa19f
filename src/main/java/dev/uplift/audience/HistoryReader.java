package dev.uplift.audience;

import dev.uplift.platform.Durations;
import dev.uplift.platform.Metric;
import dev.uplift.platform.YamlNode;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads what happened: {@code { event: bill, within: 30d }} and {@code { answer: nps, at-most: 6, survey: nps-bill, tag: price }}. */
final class HistoryReader {

    private static final Duration LONGEST = Duration.ofDays(36_525);
    private static final Pattern KEY = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");

    private final YamlNode node;
    private final YamlNode subject;
    private boolean sound = true;

    HistoryReader(YamlNode node, YamlNode subject) {
        this.node = node;
        this.subject = subject;
    }

    /** The rule, or null once a problem was noted. */
    @Nullable
    Rule event() {
        refuseKeysOtherThan(Set.of("event", "within"));
        var type = type();
        var within = within();
        return sound ? new Rule.Event(type, within) : null;
    }

    /** The rule, or null once a problem was noted. */
    @Nullable
    Rule answer() {
        refuseKeysOtherThan(Set.of("answer", "at-least", "at-most", "within", "survey", "tag"));
        var metric = metric();
        if (Stream.of("at-least", "at-most", "survey", "tag").allMatch(key -> node.field(key) == null)) {
            problem(node, "The answer is compared with nothing.", "Add at-least or at-most with " + aScore(metric));
        }
        var atLeast = score("at-least", metric, metric.lowest());
        var atMost = score("at-most", metric, metric.highest());
        if (sound && atLeast > atMost) {
            problem(node, "No score is at least " + atLeast + " and at most " + atMost + ".", "Swap them.");
        }
        var within = within();
        var survey =
                key("survey", "Write the name of a file in campaigns/surveys without .yaml, e.g. nps-annual-bill.");
        var tag = key("tag", "Write the name of a file in campaigns/tags without .yaml, e.g. bill-unclear.");
        return sound ? new Rule.Answer(metric, atLeast, atMost, within, survey, tag) : null;
    }

    private @Nullable String key(String name, String remedy) {
        var field = node.field(name);
        var text = field == null ? null : field.text();
        if (field != null && (text == null || !KEY.matcher(text).matches())) {
            problem(field, "'" + name + "' is not a key.", remedy);
        }
        return text;
    }

    private String type() {
        var text = subject.text();
        if (text == null || !Attributes.NAME.matcher(text).matches()) {
            problem(subject, "This is not a name.", "Write e.g. bill.");
            return "";
        }
        return text;
    }

    private Metric metric() {
        var text = subject.text();
        var metric = Optional.ofNullable(text).flatMap(Metric::of);
        if (metric.isEmpty()) {
            problem(subject, "This is not a metric.", "Write " + Metric.choice() + ".");
        }
        return metric.orElse(Metric.NPS);
    }

    private int score(String key, Metric metric, int otherwise) {
        var field = Optional.ofNullable(node.field(key));
        var score = metric.answer(field.map(YamlNode::text).orElse(""));
        if (field.isPresent() && score.isEmpty()) {
            problem(field.get(), "'" + key + "' is not a score of " + metric.key() + ".", "Write " + aScore(metric));
        }
        return score.orElse(otherwise);
    }

    private static String aScore(Metric metric) {
        return "a whole number from " + metric.lowest() + " to " + metric.highest() + ".";
    }

    private @Nullable Duration within() {
        var field = node.field("within");
        if (field == null) {
            return null;
        }
        var text = field.text();
        var within = text == null ? null : Durations.parse(text);
        if (within == null || within.isZero() || within.compareTo(LONGEST) > 0) {
            problem(field, "'within' is not a duration.", "Write a number and a unit, e.g. 30d, 48h or 2w.");
        }
        return within;
    }

    private void refuseKeysOtherThan(Set<String> known) {
        node.refuseKeysOtherThan(known);
        sound = sound && known.containsAll(node.fields().keySet());
    }

    private void problem(YamlNode place, String what, String remedy) {
        place.problem(what, remedy);
        sound = false;
    }
}
