package dev.uplift.campaign;

import dev.uplift.identity.Actor;
import dev.uplift.platform.Hash;
import dev.uplift.platform.Problem;
import dev.uplift.survey.DefinitionFolder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes changed files over as new versions; a broken file is reported and leaves the others alone. */
final class CampaignFolder {

    private static final Logger log = LoggerFactory.getLogger(CampaignFolder.class);

    private final DefinitionFolder folder;
    private final Versions versions;
    private final Definitions definitions;

    CampaignFolder(DefinitionFolder folder, Versions versions, Definitions definitions) {
        this.folder = folder;
        this.versions = versions;
        this.definitions = definitions;
    }

    /** Gives what is wrong with the files. A file that has not changed since it was taken over is not taken over again. */
    List<Problem> load(Instant now) {
        var problems = new ArrayList<Problem>();
        var texts = folder.texts(problems);
        var known = versions.files();
        texts.forEach((key, text) -> {
            var found = definitions.check(key, text);
            problems.addAll(found);
            if (found.isEmpty() && !Hash.of(text).equals(known.get(key))) {
                take(key, text, now);
            }
        });
        problems.forEach(problem -> log.warn("{}", problem));
        return List.copyOf(problems);
    }

    private void take(String key, String text, Instant now) {
        versions.save(key, text, Actor.UPLIFT, now)
                .ifPresent(version -> log.info("Campaign {} has a new version {} from its file", key, version));
        versions.noteFile(key, text);
    }
}
