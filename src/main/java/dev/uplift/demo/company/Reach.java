package dev.uplift.demo.company;

import dev.uplift.demo.inbox.Mailboxes;
import dev.uplift.demo.phone.Numbers;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How a customer can be reached.
 *
 * @param email address under a reserved domain, or null
 * @param phone E.164, from the ranges that the German Federal Network Agency keeps for films and examples
 *     (Amtsblatt 7/2021, Mitteilung 148), so that no demo data ever reach a person; or null
 */
record Reach(@Nullable String email, @Nullable String phone, boolean prefersSms) {

    private static final double NO_ADDRESS = 0.008;
    private static final double SHARED_MAILBOX = 0.006;
    private static final double PREFERS_SMS = 0.20;
    private static final double HAS_PHONE = 0.55;

    private static final List<String> NOBODYS_NUMBERS =
            List.of("+493023125", "+494066969", "+496990009", "+492214710", "+498999998");

    private static final int NUMBERS_EACH = 1_000;

    static Reach of(Draw draw, long customer, Identity identity, Identity neighbour) {
        if (draw.chance(NO_ADDRESS, customer, "no address")) {
            return new Reach(null, null, false);
        }
        var phone = phone(customer);
        var prefersSms = phone != null && draw.chance(PREFERS_SMS, customer, "prefers sms");
        var hasPhone = prefersSms || draw.chance(HAS_PHONE, customer, "phone");
        var shares = customer > 1 && draw.chance(SHARED_MAILBOX, customer, "shares mailbox");
        return new Reach(
                shares ? mail(neighbour, customer - 1) : mail(identity, customer), hasPhone ? phone : null, prefersSms);
    }

    /** Whether what is sent by the channel the customer prefers arrives. */
    boolean alive() {
        return prefersSms ? phone != null && Numbers.reachable(phone) : email != null && Mailboxes.exists(email);
    }

    List<String> channels() {
        return Stream.of(email == null ? "" : "email", phone == null ? "" : "sms")
                .filter(channel -> !channel.isEmpty())
                .toList();
    }

    private static String mail(Identity identity, long customer) {
        return identity.mailName() + "." + customer + "@" + Mailboxes.DOMAIN;
    }

    /** Each number belongs to one customer; where the ranges end, so do the phones. */
    private static @Nullable String phone(long customer) {
        var block = (int) ((customer - 1) / NUMBERS_EACH);
        // The very first number is the sender's own.
        return block >= NOBODYS_NUMBERS.size() || customer == NUMBERS_EACH
                ? null
                : NOBODYS_NUMBERS.get(block) + String.format("%03d", customer % NUMBERS_EACH);
    }
}
