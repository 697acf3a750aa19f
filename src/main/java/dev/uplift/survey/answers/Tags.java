package dev.uplift.survey.answers;

import dev.uplift.platform.Content;
import dev.uplift.platform.ContentChanged;
import dev.uplift.platform.Problem;
import dev.uplift.platform.UpliftSettings;
import dev.uplift.survey.DefinitionFolder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What comments can be about, as the files in {@code campaigns/tags} say. */
@Component
public class Tags {

    private static final Logger LOG = LoggerFactory.getLogger(Tags.class);

    private final DefinitionFolder folder;
    private final TagReader reader;
    private volatile Map<String, Tag> known = Map.of();

    public Tags(Content content, UpliftSettings settings) {
        this.folder = new DefinitionFolder(content.campaigns().resolve("tags"), "campaigns/tags");
        this.reader = new TagReader(settings.company().languages());
        reload();
    }

    /** All tags, in the order of their keys. */
    public List<Tag> all() {
        return List.copyOf(known.values());
    }

    /** The tag with this key. */
    public Optional<Tag> find(String key) {
        return Optional.ofNullable(known.get(key));
    }

    /** What is wrong with the files as they are on disk now. */
    public List<Problem> problems() {
        var problems = new ArrayList<Problem>();
        folder.read(known, reader::read, problems);
        return problems;
    }

    /** Keys of what a comment in this language is about, in their order. */
    List<String> of(String comment, String language) {
        var folded = Folded.of(comment);
        return known.values().stream()
                .filter(tag -> tag.in(folded, language))
                .map(Tag::key)
                .toList();
    }

    /** A text that is another one whenever some answer might get other tags. */
    String rules() {
        return known.values().stream()
                .map(tag -> tag.key() + tag.words() + tag.not())
                .sorted()
                .toList()
                .toString();
    }

    /** Reads the folder again. */
    @EventListener(ContentChanged.class)
    public final synchronized void reload() {
        var problems = new ArrayList<Problem>();
        known = folder.read(known, reader::read, problems);
        problems.forEach(problem -> LOG.warn("{}", problem));
    }
}
