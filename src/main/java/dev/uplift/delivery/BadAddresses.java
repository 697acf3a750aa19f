package dev.uplift.delivery;

import dev.uplift.channel.SendResult.Cases;
import dev.uplift.channel.SendResult.Cause;
import dev.uplift.channel.SendResult.Rejected;
import dev.uplift.consent.Consents;
import dev.uplift.delivery.Delivered.Try;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps us from writing again where a provider said that nobody lives, or wants to hear from us. */
@Component
class BadAddresses {

    private static final String FINGERPRINT = "select address_fp from delivery.send where id = :send";

    /** A cause that speaks against the message, not against the address. */
    private static final Cause OTHER = Cause.MESSAGE;

    private static final Cases<Cause> CAUSE =
            new Cases<>(accepted -> OTHER, Rejected::cause, deferred -> OTHER, unknown -> OTHER);

    private final JdbcClient jdbc;
    private final Consents consents;

    BadAddresses(JdbcClient jdbc, Consents consents) {
        this.jdbc = jdbc;
        this.consents = consents;
    }

    void suppress(List<Try> tries, Instant now) {
        for (var tried : tries) {
            var cause = tried.result().match(CAUSE);
            if (cause == Cause.BAD_ADDRESS || cause == Cause.OPTED_OUT) {
                suppress(tried, cause, now);
            }
        }
    }

    private void suppress(Try tried, Cause cause, Instant now) {
        var fingerprint = jdbc.sql(FINGERPRINT)
                .param("send", tried.message().send().value())
                .query(byte[].class)
                .single();
        consents.suppress(tried.message().message().medium(), fingerprint, cause.name(), now);
    }
}
