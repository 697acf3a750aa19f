package dev.uplift.followup;

import dev.uplift.audience.Segments;
import dev.uplift.delivery.DirectTexts;
import dev.uplift.platform.Content;
import dev.uplift.platform.ContentChanged;
import dev.uplift.platform.Problem;
import dev.uplift.platform.UpliftSettings;
import dev.uplift.survey.DefinitionFolder;
import dev.uplift.survey.Surveys;
import java.sql.Date;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The teams that follow up, as their files say. */
@Component
public class Desks {

    private static final Logger LOG = LoggerFactory.getLogger(Desks.class);

    private static final String HOLIDAYS = "select day from consent.public_holiday where country = :country";

    private final DefinitionFolder folder;
    private final DeskReader reader;
    private volatile Map<String, Desk> known = Map.of();

    Desks(
            JdbcClient jdbc,
            Content content,
            UpliftSettings settings,
            Segments segments,
            Surveys surveys,
            DirectTexts texts) {
        this.folder = new DefinitionFolder(content.campaigns().resolve("desks"), "campaigns/desks");
        this.reader = new DeskReader(
                settings.company().languages(),
                new HoursReader(ZoneId.of(settings.company().zone()), country -> holidays(jdbc, country)),
                new TriggerReader(segments::parse, segments::keys),
                key -> surveys.find(key).isPresent(),
                key -> !texts.channels(key).isEmpty());
        reload();
    }

    /** The desk with this key. */
    public Optional<Desk> find(String key) {
        return Optional.ofNullable(known.get(key));
    }

    /** All desks, by key. */
    public List<Desk> all() {
        return List.copyOf(known.values());
    }

    /** Keys of the desks at which this person works. */
    public Set<String> of(String agent) {
        return known.values().stream()
                .filter(desk -> desk.has(agent))
                .map(Desk::key)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The desk that cares for this touchpoint; one that names it comes before one that takes everything. */
    Optional<Desk> caringFor(String touchpoint) {
        return known.values().stream()
                .filter(desk -> desk.touchpoints().contains(touchpoint))
                .findFirst()
                .or(() -> known.values().stream()
                        .filter(desk -> desk.touchpoints().isEmpty())
                        .findFirst());
    }

    /** Reads the folder again. */
    @EventListener(ContentChanged.class)
    final synchronized void reload() {
        var problems = new ArrayList<Problem>();
        known = folder.read(known, reader::read, problems);
        problems.forEach(problem -> LOG.warn("{}", problem));
    }

    private static Set<LocalDate> holidays(JdbcClient jdbc, String country) {
        List<Date> days =
                jdbc.sql(HOLIDAYS).param("country", country).query(Date.class).list();
        return days.stream().map(Date::toLocalDate).collect(Collectors.toUnmodifiableSet());
    }
}
