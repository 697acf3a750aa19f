package dev.uplift.channel.sms;

import com.twilio.exception.ApiException;
import com.twilio.rest.api.v2010.account.Message;
import com.twilio.rest.api.v2010.account.MessageCreator;
import com.twilio.type.PhoneNumber;
import dev.uplift.channel.Breaker;
import dev.uplift.channel.Channel;
import dev.uplift.channel.ChannelSettings;
import dev.uplift.channel.Departure;
import dev.uplift.channel.Lane;
import dev.uplift.channel.Outbound;
import dev.uplift.channel.SendResult;
import dev.uplift.channel.SendResult.Cause;
import dev.uplift.channel.TwilioAccount;
import dev.uplift.channel.TwilioSource;
import dev.uplift.platform.Medium;
import dev.uplift.platform.PublicUrl;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** SMS by Twilio: the account of the settings, or the built-in phone while there is none. */
@Component
class SmsChannel implements Channel {

    private static final Logger log = LoggerFactory.getLogger(SmsChannel.class);
    private static final String PROVIDER = "twilio";
    private static final Pattern E164 = Pattern.compile("\\+[1-9]\\d{6,14}");

    // an SMS that waits longer at the provider would come in the night
    static final Duration VALID = Duration.ofHours(1);

    private final Accounts accounts;
    private final PublicUrl publicUrl;
    private final Clients clients;
    private final Breaker breaker = new Breaker();

    @Autowired
    SmsChannel(ChannelSettings settings, ObjectProvider<TwilioSource> builtIn, PublicUrl publicUrl) {
        this(new Accounts(settings, builtIn), publicUrl, Waiting.USUAL);
    }

    SmsChannel(Accounts accounts, PublicUrl publicUrl, Waiting waiting) {
        this.accounts = accounts;
        this.publicUrl = publicUrl;
        this.clients = new Clients(waiting);
    }

    @Override
    public Medium medium() {
        return Medium.SMS;
    }

    @Override
    public boolean ready() {
        return accounts.present();
    }

    @Override
    public int connections() {
        return accounts.connections();
    }

    @Override
    public Optional<Lane> lane() {
        return breaker.resting() || !accounts.present()
                ? Optional.empty()
                : Optional.of(new Lane(PROVIDER, breaker.probes() ? 1 : connections(), accounts.rate(), List.of()));
    }

    @Override
    public SendResult send(Outbound outbound) {
        if (!E164.matcher(outbound.address()).matches()) {
            return new SendResult.Rejected(
                    PROVIDER, "address", "The number is not in the form +4915112345678.", Cause.BAD_ADDRESS);
        }
        var account = accounts.current();
        if (account.isEmpty()) {
            return new SendResult.Deferred(PROVIDER, "account", "no Twilio account is set up");
        }
        return send(outbound, account.get());
    }

    private SendResult send(Outbound outbound, TwilioAccount account) {
        breaker.begin();
        var result = post(outbound, account);
        judge(result);
        return result;
    }

    /** Silence and refusals of our account speak against the provider or the account, anything else is an answer. */
    private void judge(SendResult result) {
        var failed = result.match(new SendResult.Cases<>(
                accepted -> false,
                rejected -> rejected.code().equals("20003"),
                deferred -> deferred.code().equals("connect"),
                unknown -> true));
        if (!failed) {
            breaker.worked();
        } else if (breaker.failed()) {
            log.warn("Twilio fails; no SMS is sent until it answers again");
        }
    }

    private SendResult post(Outbound outbound, TwilioAccount account) {
        var creator = creator(outbound, account);
        try {
            return verdict(creator.create(clients.of(account)));
        } catch (Answered e) {
            return e.status() == 429
                    ? new SendResult.Deferred(PROVIDER, "429", String.valueOf(e.getMessage()))
                    : new SendResult.Unknown(PROVIDER, String.valueOf(e.getMessage()));
        } catch (ApiException e) {
            return verdict(e);
        } catch (RuntimeException e) {
            // whatever else the SDK throws, it does so with the request already under way
            return new SendResult.Unknown(PROVIDER, e.getClass().getSimpleName() + ": " + e.getMessage());
        }
    }

    private MessageCreator creator(Outbound outbound, TwilioAccount account) {
        var to = new PhoneNumber(outbound.address());
        var text = outbound.message().text();
        var service = account.messagingServiceSid();
        var creator = service == null
                ? Message.creator(to, new PhoneNumber(Objects.requireNonNullElse(account.from(), "")), text)
                : Message.creator(to, service, text);
        var callback = "/hooks/twilio/status/" + outbound.send().value() + "." + outbound.attempt();
        return creator.setStatusCallback(URI.create(publicUrl.of(callback))).setValidityPeriod((int) VALID.toSeconds());
    }

    private static SendResult verdict(@Nullable Message message) {
        return message == null || message.getSid() == null || message.getSid().isBlank()
                ? new SendResult.Unknown(PROVIDER, "an answer without a message id")
                : new SendResult.Accepted(PROVIDER, message.getSid(), String.valueOf(message.getStatus()));
    }

    private static SendResult verdict(ApiException e) {
        if (e.getCause() instanceof NeverSent unsent) {
            var code = unsent.getCause() instanceof Departure.Refused ? "stopped" : "connect";
            return new SendResult.Deferred(PROVIDER, code, String.valueOf(unsent.getMessage()));
        }
        return e.getCode() == null
                ? new SendResult.Unknown(PROVIDER, String.valueOf(e.getMessage()))
                : TwilioCode.verdict(PROVIDER, e.getCode(), String.valueOf(e.getMessage()));
    }
}
