package dev.uplift.delivery;

import dev.uplift.platform.CustomerId;
import dev.uplift.platform.Medium;
import dev.uplift.platform.Purpose;
import dev.uplift.platform.RunId;
import dev.uplift.platform.SendId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A claimed row of the ledger.
 *
 * @param arm {@code treated} or {@code hold-out}
 * @param kind {@code message}, {@code survey}, {@code reminder} or {@code follow-up}
 * @param ghost whether it is the contact that somebody held out does not get
 * @param attempt the number this try will have, 1 for the first
 * @param suspicion 0 unless a worker died holding it
 * @param place where it stood in the queue
 * @param invitation the send that carried the invitation: its own id, or that of the survey step for a reminder
 */
record Send(
        SendId id,
        RunId run,
        String campaign,
        CustomerId customer,
        String arm,
        String kind,
        Purpose purpose,
        Medium channel,
        String template,
        @Nullable String variant,
        boolean ghost,
        int attempt,
        int suspicion,
        Place place,
        SendId invitation) {

    boolean asks() {
        return kind.equals("survey") || kind.equals("reminder");
    }

    static Send from(ResultSet row, int number) throws SQLException {
        var id = new SendId(row.getObject("id", UUID.class));
        var invitation = row.getObject("invitation", UUID.class);
        return new Send(
                id,
                new RunId(row.getLong("run_id")),
                row.getString("campaign_key"),
                new CustomerId(row.getLong("customer_id")),
                row.getString("arm"),
                row.getString("kind"),
                Purpose.of(row.getString("purpose")).orElseThrow(),
                Medium.of(row.getString("channel")).orElseThrow(),
                row.getString("template"),
                row.getString("variant"),
                row.getBoolean("ghost"),
                row.getInt("attempt") + 1,
                row.getInt("suspicion"),
                new Place(row.getTimestamp("due_at").toInstant(), row.getLong("place")),
                invitation == null ? id : new SendId(invitation));
    }
}
