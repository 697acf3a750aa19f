package dev.uplift.delivery;

import dev.uplift.channel.ChannelSettings;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * How fast recipient domains may be written to, on all nodes: rates of the settings, and rests after a domain asked us to
 * slow down. After a rest it gets one mail, and then twice as many every ten seconds. A country that the account may not
 * write to rests in the same way; the domain of a phone number is its country code.
 */
@Repository
public class DomainPaces {

    private static final Logger log = LoggerFactory.getLogger(DomainPaces.class);

    private static final Duration SHORTEST = Duration.ofMinutes(1);

    /** As many doublings of the shortest rest as make about an hour. */
    private static final int DOUBLINGS = 6;

    /** So long after its last rest a domain counts as one that never complained. */
    static final Duration MEMORY = Duration.ofHours(1);

    /**
     * With jitter, so that domains do not come back together. What was on its way when the rest began, or went before the
     * last one ended, says nothing new.
     */
    private static final String REST = """
            insert into delivery.bucket as b (key, tokens, filled_at, first_day, day, taken_today, rests, rests_until)
            values ('domain:' || delivery.domain(:address, :channel), 0, :now, :today, :today, 0, 1, :now::timestamptz + :shortest * (0.5 + random() / 2) * interval '1 second')
            on conflict (key) do update
                set tokens = 0, filled_at = excluded.filled_at,
                    rests = case when b.rests_until > :forgotten then least(b.rests + 1, 100) else 1 end,
                    rests_until = :now::timestamptz + :shortest * (0.5 + random() / 2) * interval '1 second'
                                * 2 ^ case when b.rests_until > :forgotten then least(b.rests, :doublings) else 0 end
              where b.rests_until is null
                 or b.rests_until <= :started
            returning substr(key, 8) as domain, rests_until as until, rests as times""";

    private static final String RESTING = """
            select substr(key, 8) as domain, rests_until as until, rests as times
              from delivery.bucket
             where key like 'domain:%' and rests_until > :now
             order by rests_until desc, key""";

    private final JdbcClient jdbc;
    private final Map<String, Double> rates;

    DomainPaces(JdbcClient jdbc, ChannelSettings settings) {
        this.jdbc = jdbc;
        this.rates = settings.mail().domains();
    }

    /** The domains that rest at this instant, the longest first. */
    public List<Rest> resting(Instant now) {
        return jdbc.sql(RESTING)
                .param("now", Timestamp.from(now))
                .query(Rest.class)
                .list();
    }

    /** The domains with a rate of their own. */
    Set<String> rated() {
        return rates.keySet();
    }

    /** The domain in whose queue a row's sends wait; null for the common queue. */
    @Nullable
    Domain of(ResultSet row) throws SQLException {
        var name = row.getString("domain");
        return name == null ? null : new Domain(name, rates.getOrDefault(name, 0.0));
    }

    /** Lets the domains rest that asked for it; may be repeated. */
    void rest(List<Try> tries, Instant now) {
        tries.stream().filter(Try::slowsDomain).forEach(tried -> rest(tried, now));
    }

    private void rest(Try tried, Instant now) {
        var today = Date.valueOf(LocalDate.ofInstant(now, ZoneOffset.UTC));
        jdbc.sql(REST)
                .param("address", tried.message().address())
                .param("channel", tried.message().message().medium().key())
                .param("now", Timestamp.from(now))
                .param("today", today)
                .param("shortest", SHORTEST.toSeconds())
                .param("doublings", DOUBLINGS)
                .param("forgotten", Timestamp.from(now.minus(MEMORY)))
                .param("started", Timestamp.from(tried.startedAt()))
                .query(Rest.class)
                .optional()
                .ifPresent(rest -> log.info(
                        "{} does not take messages now; what goes there waits until {}", rest.domain(), rest.until()));
    }
}
