package dev.uplift.survey;

import dev.uplift.platform.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The folder with one YAML file per survey. */
record SurveyFolder(Path folder, SurveyReader reader) {

    /** Reads all files; of a broken one the survey that was known before stays in force. */
    Map<String, Survey> read(Map<String, Survey> known, List<Problem> problems) {
        var surveys = new TreeMap<String, Survey>();
        for (var file : files()) {
            var key = file.getFileName().toString().replaceFirst("\\.yaml$", "");
            var survey = read(key, file, problems);
            if (survey != null) {
                surveys.put(key, survey);
            } else if (known.containsKey(key)) {
                surveys.put(key, known.get(key));
            }
        }
        return surveys;
    }

    private @Nullable Survey read(String key, Path file, List<Problem> problems) {
        try {
            return reader.read(key, Files.readString(file), problems);
        } catch (CharacterCodingException e) {
            problems.add(Problem.error(
                    "campaigns/surveys/" + key + ".yaml", "The file is not UTF-8 text.", "Save it as UTF-8."));
            return null;
        } catch (IOException e) {
            throw new UncheckedIOException("The survey " + key + " could not be read", e);
        }
    }

    private List<Path> files() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The folder of surveys could not be read", e);
        }
    }
}
