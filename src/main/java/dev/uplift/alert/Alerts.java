package dev.uplift.alert;

import dev.uplift.platform.Content;
import dev.uplift.platform.ContentChanged;
import dev.uplift.platform.Problem;
import dev.uplift.platform.UpliftSettings;
import dev.uplift.survey.DefinitionFolder;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The rules of all alerts, as their files say. */
@Component
class Alerts {

    private static final Logger LOG = LoggerFactory.getLogger(Alerts.class);

    private final DefinitionFolder folder;
    private final AlertReader reader;
    private volatile Map<String, AlertRule> known = Map.of();
    private volatile List<Problem> problems = List.of();

    Alerts(Content content, UpliftSettings settings) {
        this.folder = new DefinitionFolder(content.campaigns().resolve("alerts"), "campaigns/alerts");
        this.reader = new AlertReader(
                settings.company().languages(), ZoneId.of(settings.company().zone()));
        reload();
    }

    List<AlertRule> all() {
        return List.copyOf(known.values());
    }

    Optional<AlertRule> find(String key) {
        return Optional.ofNullable(known.get(key));
    }

    /** What is wrong with the files as they are now. */
    List<Problem> problems() {
        return problems;
    }

    /** Reads the folder again. */
    @EventListener(ContentChanged.class)
    final synchronized void reload() {
        var found = new ArrayList<Problem>();
        known = folder.read(known, reader::read, found);
        problems = List.copyOf(found);
        problems.forEach(problem -> LOG.warn("{}", problem));
    }
}
