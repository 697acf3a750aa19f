package dev.uplift.outbox;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What waits to be told; of one customer only the earliest, so that an endpoint hears everything in order. */
@Component
class Queue {

    /** Tries before it is put aside for people to look at; about 19 hours. */
    static final int MOST_TRIES = 8;

    /** After so long, whoever took it has died; it is tried again. */
    private static final Duration LEASE = Duration.ofMinutes(1);

    private static final Duration KEPT = Duration.ofDays(30);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(30);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(8);

    private static final String CLAIM = """
            update outbox.delivery d
               set tries = d.tries + 1, due_at = :lease
              from (select w.id
                      from outbox.delivery w
                     where w.endpoint = :endpoint and w.state = 'WAITING' and w.due_at <= :now
                       and not exists (
                           select
                             from outbox.delivery e
                            where e.endpoint = w.endpoint and e.customer_id = w.customer_id and e.state = 'WAITING'
                              and e.id < w.id)
                     order by w.due_at, w.id
                     limit 1
                       for update of w skip locked) c
             where d.id = c.id
            returning %s""".formatted(Delivery.COLUMNS);

    private static final String END = """
            update outbox.delivery
               set state = :state, reason = :reason, ended_at = :now
             where id = :id and tries = :tries and state = 'WAITING'""";

    /** Whatever waits behind it waits as long. */
    private static final String PUT_OFF = """
            update outbox.delivery w
               set due_at = :due, reason = case w.id when d.id then :reason else w.reason end
              from outbox.delivery d
             where d.id = :id and d.tries = :tries and d.state = 'WAITING'
               and w.endpoint = d.endpoint and w.customer_id = d.customer_id and w.state = 'WAITING' and w.id >= d.id""";

    private static final String FORGET = """
            delete from outbox.delivery
             where state in ('DELIVERED', 'GONE') and ended_at < :long_ago""";

    private final JdbcClient jdbc;

    Queue(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The next for an endpoint; of many who ask at once each gets another. */
    Optional<Delivery> claim(String endpoint, Instant now) {
        return jdbc.sql(CLAIM)
                .param("endpoint", endpoint)
                .param("now", Timestamp.from(now))
                .param("lease", Timestamp.from(now.plus(LEASE)))
                .query(Delivery::of)
                .optional();
    }

    /** What ended a month ago is of use to nobody. */
    void forget(Instant now) {
        jdbc.sql(FORGET).param("long_ago", Timestamp.from(now.minus(KEPT))).update();
    }

    void delivered(Delivery delivery, Instant now) {
        end(delivery, "DELIVERED", "", now);
    }

    /** What it was about was erased. */
    void gone(Delivery delivery, Instant now) {
        end(delivery, "GONE", "", now);
    }

    /** Is tried again later, or put aside after the last try. */
    void failed(Delivery delivery, String reason, Instant now) {
        if (delivery.tries() >= MOST_TRIES) {
            end(delivery, "DEAD", reason, now);
            return;
        }
        var due = now.plus(pause(delivery.tries(), ThreadLocalRandom.current().nextDouble()));
        jdbc.sql(PUT_OFF)
                .param("id", delivery.id())
                .param("tries", delivery.tries())
                .param("reason", reason)
                .param("due", Timestamp.from(due))
                .update();
    }

    /** Half a minute, four times as long after each further try up to eight hours, and by chance up to a fifth shorter or longer. */
    static Duration pause(int tries, double chance) {
        var grown = FIRST_PAUSE.multipliedBy(1L << (2 * (tries - 1)));
        var pause = grown.compareTo(LONGEST_PAUSE) < 0 ? grown : LONGEST_PAUSE;
        return Duration.ofMillis(Math.round((.8 + .4 * chance) * pause.toSeconds() * 1_000));
    }

    private void end(Delivery delivery, String state, String reason, Instant now) {
        jdbc.sql(END)
                .param("id", delivery.id())
                .param("tries", delivery.tries())
                .param("state", state)
                .param("reason", reason)
                .param("now", Timestamp.from(now))
                .update();
    }
}
