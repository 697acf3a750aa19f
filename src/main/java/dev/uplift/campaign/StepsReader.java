package dev.uplift.campaign;

import dev.uplift.platform.YamlNode;
import dev.uplift.survey.Definition;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Reads the steps; a reminder becomes as many steps of its own as it has times. */
final class StepsReader {

    private static final String STEPS = "Write a list of steps such as '- send: template' or '- survey: key'.";
    private static final String WAIT = "Write a time of at most a year, e.g. 36h, 7d or 2w.";
    private static final String SHARES = "Write shares that add up to 100%, e.g. { a: 50%, b: 50% }.";
    private static final String KEY = "Write a file name in lower case, e.g. annual-bill.";
    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2}");
    private static final double ROUNDING = 0.0001;
    private static final int MOST_REMINDERS = 3;

    private final List<Draft.Placed> steps = new ArrayList<>();

    static List<Draft.Placed> read(Definition campaign) {
        var reader = new StepsReader();
        var definitions = campaign.mappings("steps", STEPS);
        var node = campaign.node("steps");
        if (node == null || (node.isList() && node.items().isEmpty())) {
            campaign.problemAt("steps", "The campaign has no steps.", STEPS);
        }
        definitions.forEach(reader::step);
        return reader.steps;
    }

    private void step(Definition step) {
        var after = step.value("after", Values::delay, WAIT).orElse(Duration.ZERO);
        if (step.has("send") == step.has("survey")) {
            step.problem("A step either sends or asks.", "Write one of 'send: template' and 'survey: key'.");
        } else if (step.has("send")) {
            message(step, after);
        } else {
            survey(step, after);
        }
    }

    private void message(Definition step, Duration after) {
        if (step.has("remind")) {
            step.problemAt("remind", "Only surveys can be reminded of.", "Remove 'remind' or add another 'send'.");
        }
        var variants = variants(step);
        step.value("send", Values::key, KEY)
                .ifPresent(template -> add(step, Step.Kind.MESSAGE, template, after, variants));
    }

    private void survey(Definition step, Duration after) {
        if (step.has("variants")) {
            step.problemAt("variants", "A survey has no variants.", "Remove them; all must be asked the same way.");
        }
        var survey = step.value("survey", Values::key, KEY).orElse("");
        add(step, Step.Kind.SURVEY, survey, after, Map.of());
        step.mapping("remind", "Write it like { after: 5d, times: 1 }.").ifPresent(remind -> remind(remind, survey));
    }

    private void remind(Definition remind, String survey) {
        var number = steps.size();
        var after = remind.required("after", Values::delay, WAIT).orElse(Duration.ZERO);
        var times = remind.value("times", text -> Values.between(1, MOST_REMINDERS, text), "Write 1, 2 or 3.")
                .orElse(1);
        for (int i = 0; i < times; i++) {
            steps.add(new Draft.Placed(
                    remind, new Step(steps.size() + 1, Step.Kind.REMINDER, survey, after, Map.of(), number)));
        }
    }

    private void add(Definition at, Step.Kind kind, String template, Duration after, Map<String, Double> variants) {
        var number = steps.size() + 1;
        steps.add(new Draft.Placed(at, new Step(number, kind, template, after, variants, number)));
    }

    private static Map<String, Double> variants(Definition step) {
        var node = step.node("variants");
        if (node == null) {
            return Map.of();
        }
        var variants = new LinkedHashMap<String, Double>();
        if (!node.isMapping()) {
            node.problem("'variants' must be a mapping.", SHARES);
        }
        node.fields().forEach((name, share) -> variant(name, share, variants));
        var sum = variants.values().stream().mapToDouble(share -> share).sum();
        if (variants.size() == node.fields().size() && node.isMapping() && Math.abs(sum - 1) > ROUNDING) {
            node.problem("The variants add up to " + Math.round(sum * 100) + "%.", SHARES);
        }
        return Collections.unmodifiableMap(variants);
    }

    private static void variant(String name, YamlNode share, Map<String, Double> variants) {
        if (Values.key(name) == null || LANGUAGE.matcher(name).matches()) {
            share.problem(
                    "'" + name + "' is not a name of a variant.",
                    "Use short names such as a and b; two letters are a language.");
        }
        Definition.converted(share, name, Values::share, SHARES).ifPresent(value -> variants.put(name, value));
    }
}
