package dev.uplift.strategy;

import dev.uplift.platform.Problem;
import dev.uplift.survey.DefinitionFolder;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The folder with one YAML file per promise. */
record PromiseFolder(DefinitionFolder folder, PromiseReader reader) {

    /** Reads all files; of a broken one the promise that was known before stays in force. */
    Map<String, Promise> read(Map<String, Promise> known, List<Problem> problems) {
        var promises = new TreeMap<String, Promise>();
        folder.texts(problems).forEach((key, text) -> {
            var promise = reader.read(key, text, problems);
            if (promise != null) {
                promises.put(key, promise);
            } else if (known.containsKey(key)) {
                promises.put(key, known.get(key));
            }
        });
        return promises;
    }
}
