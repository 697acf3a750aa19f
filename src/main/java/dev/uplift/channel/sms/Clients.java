package dev.uplift.channel.sms;

import com.twilio.http.TwilioRestClient;
import dev.uplift.channel.TwilioAccount;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** One client for each account, and with it its open connections. */
final class Clients {

    private final Waiting waiting;
    private final Map<TwilioAccount, TwilioRestClient> clients = new ConcurrentHashMap<>();

    Clients(Waiting waiting) {
        this.waiting = waiting;
    }

    TwilioRestClient of(TwilioAccount account) {
        return clients.computeIfAbsent(account, this::client);
    }

    private TwilioRestClient client(TwilioAccount account) {
        return new TwilioRestClient.Builder(account.accountSid(), account.authToken())
                .httpClient(new OnceClient(account.baseUrl(), waiting))
                .build();
    }
}
