package dev.uplift.survey;

import dev.uplift.platform.Content;
import dev.uplift.platform.Hash;
import dev.uplift.platform.InvalidInput;
import dev.uplift.platform.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The definitions of surveys in their folder, as they are in force. */
final class Library {

    private static final Logger LOG = LoggerFactory.getLogger(Library.class);

    private final DefinitionFolder folder;
    private final SurveyReader reader;
    private volatile Map<String, Survey> known = Map.of();

    Library(Content content, List<String> languages) {
        this.folder = new DefinitionFolder(content.campaigns().resolve("surveys"), "campaigns/surveys");
        this.reader = new SurveyReader(languages);
        reload();
    }

    Map<String, Survey> known() {
        return known;
    }

    List<Problem> problems() {
        var problems = new ArrayList<Problem>();
        folder.read(known, reader::read, problems);
        return problems;
    }

    synchronized void reload() {
        var problems = new ArrayList<Problem>();
        known = folder.read(known, reader::read, problems);
        problems.forEach(problem -> LOG.warn("{}", problem));
    }

    /** The texts of the definitions in force. */
    List<SurveyVersions.Version> versions() {
        return folder.texts(new ArrayList<>()).entrySet().stream()
                .map(text -> new SurveyVersions.Version(text.getKey(), Hash.of(text.getValue()), text.getValue()))
                .filter(text -> known.values().stream()
                        .anyMatch(survey -> survey.version().equals(text.hash())))
                .toList();
    }

    Optional<String> source(String key) {
        return folder.text(key);
    }

    Draft draft(String key, String text) {
        var problems = new ArrayList<Problem>();
        return new Draft(reader.read(key, text, problems), problems);
    }

    /** Writes the text; see {@link Surveys#save}. */
    synchronized void save(String key, String text, @Nullable String before) {
        var draft = draft(key, text);
        if (draft.survey() == null) {
            throw new InvalidInput(draft.problems());
        }
        var current = source(key).map(Hash::of).orElse("");
        if (before != null && !before.equals(current)) {
            throw new SurveyChanged(key);
        }
        folder.write(key, text);
        reload();
    }
}
