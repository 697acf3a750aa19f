package dev.uplift.channel.email;

import static java.util.Comparator.comparing;

import dev.uplift.channel.Channel;
import dev.uplift.channel.ChannelSettings;
import dev.uplift.channel.Lane;
import dev.uplift.channel.Outbound;
import dev.uplift.channel.Relay;
import dev.uplift.channel.SendResult;
import dev.uplift.channel.SendResult.Cause;
import dev.uplift.platform.Medium;
import dev.uplift.platform.UpliftSettings;
import jakarta.mail.internet.AddressException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Mail by SMTP: the relays of the settings in their order, or the built-in inbox while there are none. */
@Component
class EmailChannel implements Channel, AutoCloseable {

    private static final String OURSELVES = "uplift";

    private final List<Relay> relays;
    private final ObjectProvider<Relay> builtIn;
    private final SmtpProperties properties;
    private final MailWriter writer;
    private volatile List<RelayPool> pools = List.of();

    @Autowired
    EmailChannel(ChannelSettings settings, UpliftSettings uplift, Clock clock, ObjectProvider<Relay> builtIn) {
        this(
                settings.mail().relays(),
                builtIn,
                new SmtpProperties(settings.mail().from(), uplift.company().domain(), Patience.USUAL),
                new MailWriter(uplift.company(), settings.mail().from(), clock));
    }

    EmailChannel(List<Relay> relays, ObjectProvider<Relay> builtIn, SmtpProperties properties, MailWriter writer) {
        this.relays = relays;
        this.builtIn = builtIn;
        this.properties = properties;
        this.writer = writer;
    }

    @Override
    public Medium medium() {
        return Medium.EMAIL;
    }

    @Override
    public SendResult send(Outbound outbound) {
        try {
            return deliver(writer.write(outbound));
        } catch (AddressException e) {
            return new SendResult.Rejected(OURSELVES, "address", String.valueOf(e.getMessage()), Cause.BAD_ADDRESS);
        } catch (Headers.BadHeader e) {
            return new SendResult.Rejected(OURSELVES, "header", String.valueOf(e.getMessage()), Cause.MESSAGE);
        }
    }

    @Override
    public boolean ready() {
        return relays().findAny().isPresent();
    }

    @Override
    public int connections() {
        return relays().mapToInt(Relay::connections).max().orElse(1);
    }

    @Override
    public Optional<Lane> lane() {
        return inOrder().stream().filter(pool -> !pool.resting()).findFirst().map(RelayPool::lane);
    }

    private SendResult deliver(ReadyMail mail) {
        SendResult unreached = new SendResult.Deferred(OURSELVES, "relay", "no mail relay is set up");
        for (var pool : inOrder()) {
            try {
                return pool.deliver(mail);
            } catch (Unreachable e) {
                unreached = new SendResult.Deferred(pool.name(), "CONNECT", String.valueOf(e.getMessage()));
            }
        }
        return unreached;
    }

    private List<RelayPool> inOrder() {
        var known = pools();
        return known.size() < 2
                ? known
                : known.stream().sorted(comparing(RelayPool::resting)).toList();
    }

    /** Made when first asked for, since the built-in relay starts late. */
    private List<RelayPool> pools() {
        if (pools.isEmpty()) {
            synchronized (this) {
                pools = pools.isEmpty()
                        ? relays().map(relay -> new RelayPool(relay, properties))
                                .toList()
                        : pools;
            }
        }
        return pools;
    }

    private Stream<Relay> relays() {
        return relays.isEmpty() ? builtIn.stream() : relays.stream();
    }

    @Override
    public void close() {
        pools.forEach(RelayPool::close);
    }
}
