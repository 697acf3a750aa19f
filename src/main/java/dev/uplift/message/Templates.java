package dev.uplift.message;

import static java.util.stream.Collectors.toCollection;

import dev.uplift.platform.Content;
import dev.uplift.platform.Medium;
import dev.uplift.platform.Problem;
import dev.uplift.platform.UpliftSettings;
import dev.uplift.platform.UpliftSettings.Company;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** The catalogue of templates: {@code templates/<key>/<channel>[.<variant>].<language>.ftlh|ftl}. */
@Component
public class Templates {

    private final TemplateFolder folder;
    private volatile Catalogue catalogue = Catalogue.NONE;

    @Autowired
    Templates(Content content, UpliftSettings settings) {
        this(content.templates(), settings.company());
    }

    /** The templates in this folder, written in the name of this company. */
    public Templates(Path folder, Company company) {
        this.folder = new TemplateFolder(folder, new Sandbox(company));
        this.catalogue = this.folder.read(Catalogue.NONE);
    }

    /** The keys of all templates. */
    public Set<String> keys() {
        return catalogue.files().keySet();
    }

    /** The channels for which a template has at least one text. */
    public Set<Medium> channels(String key) {
        return catalogue.of(key).stream().map(parsed -> parsed.file().medium()).collect(toCollection(TreeSet::new));
    }

    /** The variants a template has for any channel; empty if it has only its plain form. */
    public Set<String> variants(String key) {
        return catalogue.of(key).stream()
                .map(parsed -> parsed.file().variant())
                .filter(Objects::nonNull)
                .collect(toCollection(TreeSet::new));
    }

    /** What is wrong with the templates as they are on disk now. */
    public List<Problem> problems() {
        return folder.read(catalogue).problems();
    }

    /** Reads the folder again; called at start and when a file changes. */
    public void reload() {
        catalogue = folder.read(catalogue);
    }

    Catalogue catalogue() {
        return catalogue;
    }
}
