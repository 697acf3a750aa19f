package dev.uplift.channel.email;

import dev.uplift.channel.Outbound;
import dev.uplift.channel.Relay;
import dev.uplift.message.Body;
import dev.uplift.message.Message;
import dev.uplift.platform.Medium;
import dev.uplift.platform.Purpose;
import dev.uplift.platform.SendId;
import dev.uplift.platform.UpliftSettings.Company;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

/** Mails, relays and channels for tests. */
final class Mails {

    static final SendId SEND = new SendId(UUID.fromString("0b5a6600-1f6f-4b5a-9c3e-7a4fa3868f9e"));
    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-12-01T08:30:00Z"), ZoneOffset.UTC);
    static final Company COMPANY = new Company(
            "Nordwerk Energie & Wärme",
            "nordwerk.example",
            "Am Alten Hafen 12",
            "service@nordwerk.example",
            List.of("de", "en"),
            "Europe/Berlin",
            "DE");

    private static final Duration SHORT = Duration.ofMillis(400);
    private static final Duration LONG = Duration.ofSeconds(20);

    static final Patience PATIENT = new Patience(LONG, LONG, LONG, LONG);
    static final Patience HASTY = new Patience(LONG, SHORT, LONG, LONG);
    static final Patience HASTY_AFTER_THE_DOT = new Patience(LONG, LONG, LONG, SHORT);

    private Mails() {}

    static Outbound mail() {
        return mail("anna@example.org", "Ihr Abschlag für Dezember");
    }

    static Outbound mail(String address, String subject) {
        return outbound(SEND, address, subject, "https://uplift.nordwerk.example/u/abc", "instalment-explained");
    }

    /** Larger than all buffers on the way, so that writing it fails while the relay is not listening. */
    static Outbound large() {
        var message = new Message(Medium.EMAIL, "Groß", Body.of("<p>x</p>".repeat(2_000_000)), "x", "de", "hash");
        return new Outbound(SEND, 1, "anna@example.org", message, Purpose.SERVICE, "https://x.example/u", "list");
    }

    static Outbound outbound(SendId send, String address, String subject, String unsubscribe, String list) {
        var message = new Message(
                Medium.EMAIL,
                subject,
                Body.of("<h1>Grüße & mehr</h1>\n.\n<p>zu</p>"),
                "Grüße & mehr\n.\nzu",
                "de",
                "hash");
        return new Outbound(send, 1, address, message, Purpose.SERVICE, unsubscribe, list);
    }

    static Relay relay(int port) {
        return new Relay("localhost", port, null, null, "none", 8, 0, List.of());
    }

    static EmailChannel channel(Relay... relays) {
        return channel(new StaticListableBeanFactory().getBeanProvider(Relay.class), relays);
    }

    static EmailChannel channel(ObjectProvider<Relay> builtIn, Relay... relays) {
        return channel(builtIn, PATIENT, relays);
    }

    static EmailChannel channel(Patience patience, Relay relay) {
        return channel(new StaticListableBeanFactory().getBeanProvider(Relay.class), patience, relay);
    }

    private static EmailChannel channel(ObjectProvider<Relay> builtIn, Patience patience, Relay... relays) {
        var from = "service@nordwerk.example";
        return new EmailChannel(
                List.of(relays),
                builtIn,
                new SmtpProperties(from, COMPANY.domain(), patience),
                new MailWriter(COMPANY, from, CLOCK));
    }
}
