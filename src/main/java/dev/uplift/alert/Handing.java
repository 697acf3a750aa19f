package dev.uplift.alert;

import dev.uplift.channel.Channel;
import dev.uplift.channel.Outbound;
import dev.uplift.channel.SendResult;
import dev.uplift.platform.Medium;
import dev.uplift.platform.Purpose;
import dev.uplift.platform.SendId;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Hands one mail after the other to the mail channel: marked before, so that none goes twice, and recorded after. */
@Component
class Handing {

    private static final String DUE = """
            select exists (select from alert.mail where state = 'PLANNED' and not_before <= :now)""";

    private static final String CLAIM = """
            update alert.mail
               set state = 'SENDING', attempt = attempt + 1, marked_at = :now
             where id = (select id
                           from alert.mail
                          where state = 'PLANNED' and not_before <= :now
                          order by created_at, id
                          limit 1
                            for update skip locked)
            returning id, rule_key, address, language, notices, attempt""";

    private static final String RECORD = """
            update alert.mail set state = :state, reply = :reply, not_before = :later where id = :id and state = 'SENDING'""";

    private static final int MOST_ATTEMPTS = 10;
    private static final String LIST = "alerts";

    private final JdbcClient jdbc;
    private final AlertMails mails;
    private final Channel channel;

    Handing(JdbcClient jdbc, AlertMails mails, List<Channel> channels) {
        this.jdbc = jdbc;
        this.mails = mails;
        this.channel = channels.stream()
                .filter(one -> one.medium() == Medium.EMAIL)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("There is no mail channel"));
    }

    /** A mail to a leader on its way. */
    record Mail(UUID id, String rule, String address, String language, List<Long> notices, int attempt) {

        static Mail of(ResultSet row, int number) throws SQLException {
            return new Mail(
                    row.getObject("id", UUID.class),
                    row.getString("rule_key"),
                    row.getString("address"),
                    row.getString("language"),
                    numbers(row.getArray("notices")),
                    row.getInt("attempt"));
        }

        private static List<Long> numbers(Array array) throws SQLException {
            return List.of((Long[]) array.getArray());
        }
    }

    /** Hands the next mail over; false if there is none, or no relay that could be asked. */
    boolean next(Instant now) {
        if (!due(now) || channel.lane().isEmpty()) {
            return false;
        }
        var claimed = jdbc.sql(CLAIM)
                .param("now", Timestamp.from(now))
                .query(Mail::of)
                .optional();
        claimed.ifPresent(mail -> record(mail, channel.send(outbound(mail)), now));
        return claimed.isPresent();
    }

    /** Asked first, since a channel makes its connections ready when it is first asked for them. */
    private boolean due(Instant now) {
        return jdbc.sql(DUE)
                .param("now", Timestamp.from(now))
                .query(Boolean.class)
                .single();
    }

    /** Leaders take note, they do not unsubscribe. */
    private Outbound outbound(Mail mail) {
        return new Outbound(
                new SendId(mail.id), mail.attempt, mail.address, mails.write(mail), Purpose.SERVICE, "", LIST);
    }

    private void record(Mail mail, SendResult result, Instant now) {
        var after = result.match(new SendResult.Cases<After>(
                accepted -> new After("SENT", accepted.reply()),
                rejected -> new After("FAILED", rejected.code() + " " + rejected.reply()),
                deferred -> new After(mail.attempt < MOST_ATTEMPTS ? "PLANNED" : "FAILED", deferred.reply()),
                unknown -> new After("UNKNOWN", unknown.reply())));
        jdbc.sql(RECORD)
                .param("id", mail.id)
                .param("state", after.state)
                .param("reply", after.reply)
                .param("later", Timestamp.from(now.plus(Duration.ofMinutes(1L << Math.min(mail.attempt, 9)))))
                .update();
    }

    private record After(String state, String reply) {}
}
