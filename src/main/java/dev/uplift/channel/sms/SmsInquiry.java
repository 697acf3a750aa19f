package dev.uplift.channel.sms;

import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.account.Message;
import dev.uplift.channel.ChannelSettings;
import dev.uplift.channel.Inquiry;
import dev.uplift.channel.Statement;
import dev.uplift.channel.Trace;
import dev.uplift.channel.TwilioAccount;
import dev.uplift.channel.TwilioSource;
import dev.uplift.platform.Medium;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Lists the messages that Twilio has for a number. */
@Component
class SmsInquiry implements Inquiry {

    private static final Logger log = LoggerFactory.getLogger(SmsInquiry.class);

    private static final long PAGE = 100;
    private static final int MOST_PAGES = 10;
    private static final Duration SLACK = Duration.ofMinutes(15);

    private final Accounts accounts;
    private final Clients clients;

    @Autowired
    SmsInquiry(ChannelSettings settings, ObjectProvider<TwilioSource> builtIn) {
        this(new Accounts(settings, builtIn), Waiting.USUAL);
    }

    SmsInquiry(Accounts accounts, Waiting waiting) {
        this.accounts = accounts;
        this.clients = new Clients(waiting);
    }

    @Override
    public Medium medium() {
        return Medium.SMS;
    }

    @Override
    public Optional<String> account() {
        return accounts.current().map(account -> account.baseUrl() + "/" + account.accountSid());
    }

    @Override
    public Duration certainAfter() {
        return SmsChannel.VALID.plus(SLACK);
    }

    @Override
    public Optional<List<Trace>> traces(String address, Instant from, Instant until) {
        return accounts.current()
                .flatMap(account -> list(account, address))
                .map(messages -> messages.stream()
                        .filter(message -> within(message, from, until))
                        .map(SmsInquiry::trace)
                        .toList());
    }

    private Optional<List<Message>> list(TwilioAccount account, String address) {
        try {
            return list(clients.of(account), address);
        } catch (RuntimeException e) {
            // its text may quote the number
            log.warn(
                    "Twilio did not list its messages ({}); asked again later",
                    e instanceof Answered answered
                            ? answered.getMessage()
                            : e.getClass().getSimpleName());
            return Optional.empty();
        }
    }

    /** Every page, since neither the order nor a date of sending can be relied on; too many of them are no answer. */
    private static Optional<List<Message>> list(TwilioRestClient client, String address) {
        var reader = Message.reader().setTo(address).setPageSize(PAGE);
        var page = reader.firstPage(client);
        var messages = new ArrayList<>(page.getRecords());
        for (var read = 1; page.hasNextPage(); read++) {
            if (read == MOST_PAGES) {
                return Optional.empty();
            }
            page = reader.nextPage(page, client);
            messages.addAll(page.getRecords());
        }
        return Optional.of(messages);
    }

    private static boolean within(Message message, Instant from, Instant until) {
        var created = message.getDateCreated();
        return created == null
                || !(created.toInstant().isBefore(from) || created.toInstant().isAfter(until));
    }

    private static Trace trace(Message message) {
        var sid = message.getSid();
        var status = String.valueOf(message.getStatus());
        var code = message.getErrorCode() == null ? "" : String.valueOf(message.getErrorCode());
        // whatever its status means, it was taken
        var statement = new StatusReport(sid, status, code)
                .statement()
                .orElseGet(() -> new Statement("twilio", sid + ":" + status + ":", sid, "ACCEPTED", null, null));
        return new Trace(sid, Objects.requireNonNullElse(message.getBody(), ""), statement);
    }
}
