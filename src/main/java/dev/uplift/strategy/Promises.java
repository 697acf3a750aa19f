package dev.uplift.strategy;

import dev.uplift.audience.Segments;
import dev.uplift.campaign.GoalTree;
import dev.uplift.platform.Content;
import dev.uplift.platform.ContentChanged;
import dev.uplift.platform.Problem;
import dev.uplift.platform.Problem.Severity;
import dev.uplift.platform.UpliftSettings;
import dev.uplift.survey.DefinitionFolder;
import dev.uplift.survey.Survey;
import dev.uplift.survey.Surveys;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The promises of {@code campaigns/goals/}, read at start and whenever a file changes. */
@Component
class Promises implements GoalTree {

    private static final Logger log = LoggerFactory.getLogger(Promises.class);

    private final DefinitionFolder folder;
    private final PromiseReader reader;
    private volatile Map<String, Promise> known = Map.of();

    Promises(Content content, Surveys surveys, Segments segments, UpliftSettings settings) {
        this.folder = new DefinitionFolder(content.campaigns().resolve("goals"), "campaigns/goals");
        this.reader = new PromiseReader(
                settings.company().languages(), new Names(() -> all(surveys), () -> Set.copyOf(segments.keys())));
        reload();
    }

    Collection<Promise> all() {
        return known.values();
    }

    @Override
    public Set<String> nodes() {
        return known.values().stream().map(Promise::node).collect(Collectors.toUnmodifiableSet());
    }

    /** What is wrong with the files as they are on disk now. */
    List<Problem> problems() {
        var problems = new ArrayList<Problem>();
        folder.read(known, reader::read, problems);
        return problems;
    }

    @EventListener(ContentChanged.class)
    final synchronized void reload() {
        var problems = new ArrayList<Problem>();
        known = folder.read(known, reader::read, problems);
        problems.stream()
                .filter(problem -> problem.severity() == Severity.ERROR)
                .forEach(problem -> log.warn("{}", problem));
    }

    private static List<Survey> all(Surveys surveys) {
        return surveys.keys().stream()
                .map(surveys::find)
                .flatMap(Optional::stream)
                .toList();
    }
}
