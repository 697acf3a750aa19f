package dev.uplift.strategy;

import static java.util.stream.Collectors.toSet;

import dev.uplift.survey.Definition;
import dev.uplift.survey.Spelling;
import dev.uplift.survey.Survey;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Checks that what a key result names exists.
 *
 * @param surveys all surveys
 * @param segments keys of all segments
 */
record Names(Supplier<List<Survey>> surveys, Supplier<Set<String>> segments) {

    private static final String NAME = "Write one name, or leave it out for all.";

    /** The touchpoint named, of a survey of this kind; empty for all. */
    String touchpoint(Definition definition, String kind) {
        return known(definition, "touchpoint", kind, Survey::touchpoint);
    }

    /** The survey named, of this kind; empty for all. */
    String survey(Definition definition, String kind) {
        return known(definition, "survey", kind, Survey::key);
    }

    /** The segment named; empty for everybody. One that does not exist yet can be defined at any time. */
    String segment(Definition definition) {
        var segment = definition.value("segment", Texts::line, NAME).orElse("");
        if (!segment.isEmpty() && !segments.get().contains(segment)) {
            definition.warningAt(
                    "segment",
                    "There is no segment '" + segment + "', so nobody's answers count.",
                    "Define it, or leave 'segment' out.");
        }
        return segment;
    }

    private String known(Definition definition, String key, String kind, Function<Survey, String> name) {
        var wanted = definition.value(key, Texts::line, NAME).orElse("");
        var known = surveys.get().stream()
                .filter(survey -> survey.kind().equals(kind))
                .map(name)
                .collect(toSet());
        if (!wanted.isEmpty() && !known.contains(wanted)) {
            definition.problemAt(
                    key, "No " + kind + " survey has the " + key + " '" + wanted + "'.", remedy(wanted, known));
        }
        return wanted;
    }

    private static String remedy(String wanted, Set<String> known) {
        return known.isEmpty()
                ? "Add such a survey to campaigns/surveys/, or write another 'kind'."
                : Spelling.remedy(wanted, known);
    }
}
