package dev.uplift.followup;

import dev.uplift.followup.Desk.HoldBack;
import dev.uplift.followup.Desk.SecondSurvey;
import dev.uplift.platform.Durations;
import dev.uplift.platform.Problem;
import dev.uplift.platform.YamlNode;
import dev.uplift.survey.Definition;
import dev.uplift.survey.Grammar;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Reads the definition of a desk; every mistake in it is reported in one pass.
 *
 * @param reader of what opens a case
 * @param surveys whether there is a survey with this key
 * @param templates whether there is a template with this key
 */
record DeskReader(
        List<String> languages,
        HoursReader hours,
        TriggerReader reader,
        Predicate<String> surveys,
        Predicate<String> templates) {

    private static final Grammar GRAMMAR = Grammar.of(
                    "name",
                    "members",
                    "touchpoints",
                    "hours",
                    "zone",
                    "holidays",
                    "within",
                    "opens",
                    "root-causes",
                    "replies")
            .with("hold-back", Grammar.of("share", "for", "never", "worth"))
            .with("second-survey", Grammar.of("survey", "after"));

    private static final List<Trigger> USUAL = List.of(new Trigger.Unhappy());

    private static final Duration USUAL_WITHIN = Duration.ofHours(8);
    private static final Duration USUAL_WAIT = Duration.ofDays(30);
    private static final double LEAST_HELD_BACK = .01;
    private static final double MOST_HELD_BACK = .5;
    private static final int USUAL_WORTH = 10;
    private static final int MOST_WORTH = 100;
    private static final String CAUSES =
            "Write one a line, e.g. 'bill-unclear: { de: Rechnung unverständlich, en: Bill unclear }'.";
    private static final String REPLIES =
            "Write a list of folders in templates, e.g. [reply-sorry, reply-bill-explained].";
    private static final String AGAIN = "Write e.g. { survey: nps-service, after: 21d }.";
    private static final String SURVEYS = "Write the name of a file in campaigns/surveys, e.g. nps-service.";
    private static final String LIST = "Write a list such as [anna, ben].";

    /** The desk, or null if its text has problems, which are added in the order of the text. */
    @Nullable
    Desk read(String key, String text, List<Problem> problems) {
        return Definition.read(
                "campaigns/desks/" + key + ".yaml", text, GRAMMAR, problems, definition -> desk(key, definition));
    }

    private @Nullable Desk desk(String key, Definition definition) {
        var opening = hours.read(definition);
        var name = words(definition, "name");
        var within = definition
                .value("within", Durations::parse, "Write an opening time such as 8h.")
                .orElse(USUAL_WITHIN);
        var opens = triggers(definition.items("opens", TriggerReader.REMEDY));
        var members = names(definition, "members");
        var touchpoints = names(definition, "touchpoints");
        var holdBack = holdBack(definition);
        var causes = rootCauses(definition);
        var replies = replies(definition);
        var again = secondSurvey(definition, holdBack);
        return opening == null
                ? null
                : new Desk(
                        key,
                        name,
                        members,
                        touchpoints,
                        opening,
                        within,
                        opens.isEmpty() ? USUAL : opens,
                        holdBack,
                        causes,
                        replies,
                        again);
    }

    private @Nullable HoldBack holdBack(Definition desk) {
        return desk.mapping("hold-back", "Write { share: 30%, for: 30d }.")
                .map(lot -> new HoldBack(
                        lot.required("share", DeskReader::share, "Write a share from 1% to 50%, e.g. 30%.")
                                .orElse(MOST_HELD_BACK),
                        lot.value("for", Durations::parse, "Write a time such as 30d.")
                                .orElse(USUAL_WAIT),
                        triggers(lot.items("never", TriggerReader.REMEDY)),
                        lot.value("worth", DeskReader::worth, "Write points from 1 to 100, e.g. 10.")
                                .orElse(USUAL_WORTH)))
                .orElse(null);
    }

    private List<String> replies(Definition desk) {
        return desk.items("replies", REPLIES).stream()
                .flatMap(item -> Definition.converted(item, "replies", key -> known(key, templates), REPLIES).stream())
                .distinct()
                .toList();
    }

    private @Nullable SecondSurvey secondSurvey(Definition desk, @Nullable HoldBack lot) {
        var again = desk.mapping("second-survey", AGAIN);
        var survey = again.flatMap(given -> given.required("survey", key -> known(key, surveys), SURVEYS));
        var after = again.flatMap(given -> given.required("after", Durations::parse, AGAIN));
        if (lot != null && after.filter(time -> time.compareTo(lot.time()) > 0).isPresent()) {
            again.ifPresent(given -> given.problemAt(
                    "after",
                    "The second survey comes later than the end of the waiting list, when both are followed up alike.",
                    "Write at most the time of 'hold-back: { for: … }'."));
        }
        return survey.flatMap(key -> after.map(time -> new SecondSurvey(key, time)))
                .orElse(null);
    }

    private static @Nullable String known(String key, Predicate<String> keys) {
        return keys.test(key) ? key : null;
    }

    private List<Trigger> triggers(List<YamlNode> items) {
        return items.stream().flatMap(item -> reader.read(item).stream()).toList();
    }

    private static Set<String> names(Definition desk, String key) {
        var names = new LinkedHashSet<String>();
        desk.items(key, LIST)
                .forEach(item ->
                        Definition.converted(item, key, name -> name, LIST).ifPresent(names::add));
        return names;
    }

    private Map<String, Map<String, String>> rootCauses(Definition desk) {
        var node = desk.node("root-causes");
        if (node == null || node.fields().isEmpty()) {
            desk.problemAt("root-causes", "Without root causes no case can be closed.", CAUSES);
            return Map.of();
        }
        var causes = new LinkedHashMap<String, Map<String, String>>();
        desk.mapping("root-causes", CAUSES)
                .ifPresent(named -> node.fields().keySet().forEach(key -> causes.put(key, words(named, key))));
        return causes;
    }

    private Map<String, String> words(Definition definition, String key) {
        return definition.lines(key, languages, line -> line, "Write one line.");
    }

    private static @Nullable Integer worth(String text) {
        var points = Integer.parseInt(text);
        return points >= 1 && points <= MOST_WORTH ? points : null;
    }

    private static @Nullable Double share(String text) {
        var share = text.endsWith("%")
                ? Double.parseDouble(text.substring(0, text.length() - 1).strip()) / 100
                : 0;
        return share >= LEAST_HELD_BACK && share <= MOST_HELD_BACK ? share : null;
    }
}
