package dev.uplift.channel;

import dev.uplift.channel.sms.Accounts;
import dev.uplift.channel.sms.Reply;
import dev.uplift.channel.sms.Signature;
import dev.uplift.channel.sms.StatusReport;
import dev.uplift.platform.SendId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Understands and authenticates what Twilio posts to us. */
@Component
public class TwilioHooks {

    private final Accounts accounts;

    /** Checks signatures with the token of the account in use. */
    public TwilioHooks(ChannelSettings settings, ObjectProvider<TwilioSource> builtIn) {
        this.accounts = new Accounts(settings, builtIn);
    }

    /** Whether the signature (HMAC-SHA1 over URL and sorted parameters) is Twilio's; false without a token. */
    public boolean authentic(String url, Map<String, String> parameters, String signature) {
        return accounts.current()
                .map(account -> Signature.valid(account.authToken(), url, parameters, signature))
                .orElse(false);
    }

    /** The receipt in a status callback about an attempt; empty for a status that Twilio does not document. */
    public Optional<Receipt> receipt(SendId send, int attempt, Map<String, String> parameters, Instant now) {
        var report = new StatusReport(
                first(parameters, "MessageSid", "SmsSid"),
                first(parameters, "MessageStatus", "SmsStatus"),
                first(parameters, "ErrorCode", "ErrorCode"));
        return report.statement().map(statement -> new Receipt(statement, send, attempt, now));
    }

    /** Whether an inbound SMS asks us to stop, in the words of the languages we write. */
    public boolean stops(String body) {
        return StopWords.in(body);
    }

    /** Whether an inbound SMS asks who we are. */
    public boolean asksForHelp(String body) {
        return HelpWords.in(body);
    }

    /** The key of an inbound SMS, the same when it is posted again; empty if Twilio gave none. */
    public String key(Map<String, String> parameters) {
        return first(parameters, "MessageSid", "SmsSid");
    }

    /** Our answer to an inbound SMS, as XML: these words, or none. */
    public String reply(String words) {
        return Reply.with(words);
    }

    private static String first(Map<String, String> parameters, String name, String older) {
        return parameters.getOrDefault(name, parameters.getOrDefault(older, "")).strip();
    }
}
