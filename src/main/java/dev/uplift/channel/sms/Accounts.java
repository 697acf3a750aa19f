package dev.uplift.channel.sms;

import dev.uplift.channel.ChannelSettings;
import dev.uplift.channel.TwilioAccount;
import dev.uplift.channel.TwilioSource;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;

/** Which Twilio account is in use: that of the settings, or the built-in phone while none is set. */
public final class Accounts {

    private final ChannelSettings settings;
    private final ObjectProvider<TwilioSource> builtIn;

    /** Asks the settings first, then the built-in phone. */
    public Accounts(ChannelSettings settings, ObjectProvider<TwilioSource> builtIn) {
        this.settings = settings;
        this.builtIn = builtIn;
    }

    /** Whether there is an account, without asking the built-in phone for its own. */
    boolean present() {
        return settings.twilio() != null || builtIn.stream().findAny().isPresent();
    }

    /** Requests at the same time at most. */
    int connections() {
        var set = settings.twilio();
        return set == null ? 16 : set.connections();
    }

    /** Most SMS in any second, or 0 for no limit. */
    double rate() {
        var set = settings.twilio();
        return set == null ? 0 : set.rate();
    }

    /** The account to use now; empty if SMS cannot be sent. */
    public Optional<TwilioAccount> current() {
        var set = settings.twilio();
        if (set == null) {
            return builtIn.stream().findFirst().map(TwilioSource::account);
        }
        return Optional.of(new TwilioAccount(
                set.baseUrl(), set.accountSid(), set.authToken(), set.messagingServiceSid(), set.from()));
    }
}
