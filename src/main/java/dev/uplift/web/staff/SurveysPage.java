package dev.uplift.web.staff;

import dev.uplift.survey.Survey;
import dev.uplift.survey.Turnout;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** All surveys beside each other, in the order of their keys. */
record SurveysPage(List<Row> rows) {

    /**
     * A survey.
     *
     * @param about its kind and touchpoint
     * @param questions how many it asks beside score and reasons
     * @param campaigns keys of the campaigns that ask by it
     */
    record Row(
            String key,
            String metric,
            String about,
            String mode,
            String languages,
            int questions,
            String invited,
            String answered,
            List<String> campaigns) {}

    static SurveysPage of(
            Collection<Survey> surveys,
            Map<String, Turnout> turnouts,
            Map<String, List<String>> uses,
            Wording wording) {
        return new SurveysPage(surveys.stream()
                .map(survey -> row(
                        survey,
                        turnouts.getOrDefault(survey.key(), Turnout.NONE),
                        uses.getOrDefault(survey.key(), List.of()),
                        wording))
                .toList());
    }

    private static Row row(Survey survey, Turnout turnout, List<String> uses, Wording wording) {
        return new Row(
                survey.key(),
                wording.of(survey.metric()).metricName(),
                wording.word("staff.kind.", survey.kind()) + " · " + survey.touchpoint(),
                wording.text("staff.mode." + survey.mode().key()),
                String.join(", ", survey.occasion().keySet().stream().sorted().toList()),
                survey.questions().size(),
                wording.count(turnout.invited()),
                wording.count(turnout.answered()),
                uses);
    }
}
