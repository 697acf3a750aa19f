package dev.uplift.delivery;

import dev.uplift.channel.SendResult;
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

    private final JdbcClient jdbc;
    private final Consents consents;

    BadAddresses(JdbcClient jdbc, Consents consents) {
        this.jdbc = jdbc;
        this.consents = consents;
    }

    void suppress(List<Try> tries, Instant now) {
        for (var tried : tries) {
            if (tried.result() instanceof SendResult.Rejected rejected && condemns(rejected.cause())) {
                var fingerprint = jdbc.sql(FINGERPRINT)
                        .param("send", tried.message().send().value())
                        .query(byte[].class)
                        .single();
                consents.suppress(
                        tried.message().message().medium(),
                        fingerprint,
                        rejected.cause().name(),
                        now);
            }
        }
    }

    private static boolean condemns(SendResult.Cause cause) {
        return cause == SendResult.Cause.BAD_ADDRESS || cause == SendResult.Cause.OPTED_OUT;
    }
}
