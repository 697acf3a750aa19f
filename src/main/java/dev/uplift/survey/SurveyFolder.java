package dev.uplift.survey;

import dev.uplift.platform.Problem;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The folder with one YAML file per survey. */
record SurveyFolder(DefinitionFolder folder, SurveyReader reader) {

    /** Reads all files; of a broken one the survey that was known before stays in force. */
    Map<String, Survey> read(Map<String, Survey> known, List<Problem> problems) {
        var surveys = new TreeMap<String, Survey>();
        folder.texts(problems).forEach((key, text) -> {
            var survey = reader.read(key, text, problems);
            if (survey != null) {
                surveys.put(key, survey);
            } else if (known.containsKey(key)) {
                surveys.put(key, known.get(key));
            }
        });
        return surveys;
    }
}
