package dev.uplift.message;

import dev.uplift.platform.Medium;
import dev.uplift.platform.Problem;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The catalogue of templates: {@code templates/<key>/<channel>[.<variant>].<language>.ftlh|ftl}. */
@Component
public class Templates {

    /** The keys of all templates. */
    public Set<String> keys() {
        throw new UnsupportedOperationException("not built yet");
    }

    /** The channels for which a template has at least one text. */
    public Set<Medium> channels(String key) {
        throw new UnsupportedOperationException("not built yet");
    }

    /** The variants a template has for any channel; empty if it has only its plain form. */
    public Set<String> variants(String key) {
        throw new UnsupportedOperationException("not built yet");
    }

    /** What is wrong with the templates as they are on disk now. */
    public List<Problem> problems() {
        throw new UnsupportedOperationException("not built yet");
    }

    /** Reads the folder again; called at start and when a file changes. */
    public void reload() {
        throw new UnsupportedOperationException("not built yet");
    }
}
