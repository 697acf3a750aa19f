package dev.uplift.lab;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * When each send was marked or refused, and whether the withdrawal of its customer was committed by then.
 *
 * <p>The database itself bears witness: each change of a send out of PLANNED keeps the snapshot of the statement that made it,
 * and a withdrawal's row knows its transaction. No clock is involved in whether the one could see the other.
 */
final class Marks {

    private static final String WITNESS = """
            alter table delivery.send add column mark_snapshot pg_snapshot, add column marked_at timestamptz;

            -- stable, so that it shares the statement's snapshot
            create function public.witness() returns trigger language plpgsql stable as $$
            begin
                new.mark_snapshot := pg_current_snapshot();
                new.marked_at := statement_timestamp();
                return new;
            end
            $$;

            create trigger witness before update on delivery.send
               for each row when (old.state = 'PLANNED' and new.state <> 'PLANNED')
               execute function public.witness()""";

    private static final String MARKS = """
            select s.id, m.external_id, s.state, s.marked_at,
                   pg_visible_in_snapshot(coalesce(p.xmin, n.xmin)::text::xid8, s.mark_snapshot) as withdrawn
              from delivery.send s
              join campaign.execution e on e.id = s.run_id
              join audience.member m on m.customer_id = s.customer_id
              left join consent.permission p
                on s.channel = 'email' and p.customer_id = s.customer_id and p.channel = 'email' and p.purpose = 'marketing'
               and not p.granted
              left join consent.suppression n
                on s.channel = 'sms' and n.channel = 'sms' and n.address_fp = s.address_fp
             where e.campaign_key = :key""";

    /**
     * One send.
     *
     * @param marked when the statement began that marked or refused it, by the clock of this machine
     * @param withdrawn whether that statement could see the withdrawal; null without one
     */
    record Mark(
            String send,
            String customer,
            String state,
            Instant marked,
            @Nullable Boolean withdrawn) {}

    private Marks() {}

    /** Before the first send is planned, since statements that are known by then would break. */
    static void witness(JdbcClient jdbc) {
        jdbc.sql(WITNESS).update();
    }

    static List<Mark> of(Campaign campaign, JdbcClient jdbc) {
        return jdbc.sql(MARKS).param("key", campaign.key()).query(Marks::mark).list();
    }

    /** The customers' numbers in the order in which they are planned and written to. */
    static List<Integer> order(Campaign campaign, JdbcClient jdbc) {
        return jdbc.sql("""
                        select substring(external_id from '\\d+$')::int
                          from audience.member
                         where external_id like :audience || '-%'
                         order by customer_id""")
                .param("audience", campaign.audience())
                .query(Integer.class)
                .list();
    }

    private static Mark mark(ResultSet row, int number) throws SQLException {
        return new Mark(
                row.getString("id"),
                row.getString("external_id"),
                row.getString("state"),
                row.getTimestamp("marked_at").toInstant(),
                row.getObject("withdrawn", Boolean.class));
    }
}
