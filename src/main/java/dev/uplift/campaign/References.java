package dev.uplift.campaign;

import dev.uplift.platform.Medium;
import dev.uplift.platform.Metric;
import dev.uplift.survey.Definition;
import dev.uplift.survey.Spelling;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Checks that what a campaign names exists.
 *
 * @param templates keys of all templates
 * @param channels the channels a template has texts for
 * @param variants the variants a template has texts for
 * @param surveys what each survey asks for, by its key
 * @param anonymous keys of the surveys whose answers nothing joins with customers
 * @param desks keys of all desks
 */
record References(
        Supplier<Set<String>> templates,
        Function<String, Set<Medium>> channels,
        Function<String, Set<String>> variants,
        Supplier<Map<String, Metric>> surveys,
        Supplier<Set<String>> anonymous,
        Supplier<Set<String>> desks) {

    /** The variant that needs no text of its own: it is what the plain texts say. */
    private static final String PLAIN = "a";

    void check(Draft draft) {
        for (var placed : draft.steps()) {
            switch (placed.step().kind()) {
                case MESSAGE -> message(placed, draft.channels());
                case SURVEY -> survey(placed, draft.channels());
                case REMINDER, FOLLOW_UP -> {}
            }
        }
        draft.followUps().forEach(placed -> followUp(placed, draft.channels()));
        new Questions(surveys.get()).check(draft);
        new Anonymity(anonymous.get()).check(draft);
    }

    private void followUp(Draft.PlacedFollowUp placed, List<String> wanted) {
        if (placed.followUp() instanceof FollowUp.Send send) {
            template(new Draft.Placed(placed.at(), send.step()), "send", wanted);
        } else if (placed.followUp() instanceof FollowUp.Open open
                && !desks.get().contains(open.desk())) {
            missing(placed.at(), "case", "desk", open.desk(), "campaigns/desks/" + open.desk() + ".yaml", desks.get());
        }
    }

    private void message(Draft.Placed placed, List<String> wanted) {
        template(placed, "send", wanted);
        variants(placed);
    }

    private void survey(Draft.Placed placed, List<String> wanted) {
        var survey = placed.step().template();
        if (survey.isEmpty()) {
            return;
        }
        if (surveys.get().containsKey(survey)) {
            template(placed, "survey", wanted);
        } else {
            missing(
                    placed.at(),
                    "survey",
                    "survey",
                    survey,
                    "campaigns/surveys/" + survey + ".yaml",
                    surveys.get().keySet());
        }
    }

    private void template(Draft.Placed placed, String key, List<String> wanted) {
        var template = placed.step().template();
        if (!templates.get().contains(template)) {
            missing(placed.at(), key, "template", template, file(template, Medium.EMAIL, ""), templates.get());
            return;
        }
        for (var medium :
                wanted.stream().flatMap(name -> Medium.of(name).stream()).toList()) {
            if (!channels.apply(template).contains(medium)) {
                placed.at()
                        .problemAt(
                                key,
                                "The template '" + template + "' has no text for " + medium.key()
                                        + ", a channel of this campaign.",
                                "Add " + file(template, medium, "") + ", or leave " + medium.key()
                                        + " out of 'channels'.");
            }
        }
    }

    private void variants(Draft.Placed placed) {
        var template = placed.step().template();
        for (var variant : placed.step().variants().keySet()) {
            var exists = templates.get().contains(template);
            if (exists && !variant.equals(PLAIN) && !variants.apply(template).contains(variant)) {
                placed.at()
                        .problemAt(
                                "variants",
                                "The template '" + template + "' has no variant '" + variant + "'.",
                                "Add " + file(template, Medium.EMAIL, variant + ".") + ".");
            }
        }
    }

    private static void missing(Definition at, String key, String thing, String name, String file, Set<String> known) {
        var meant = Spelling.closest(name, known).map(closest -> " Or did you mean '" + closest + "'?");
        at.problemAt(key, "There is no " + thing + " '" + name + "'.", "Add " + file + "." + meant.orElse(""));
    }

    private static String file(String template, Medium medium, String variant) {
        return "templates/" + template + "/" + medium.key() + "." + variant + "de."
                + (medium == Medium.EMAIL ? "ftlh" : "ftl");
    }
}
