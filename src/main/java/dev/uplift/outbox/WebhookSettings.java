package dev.uplift.outbox;

import dev.uplift.channel.webhook.HookTarget;
import java.net.URI;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which systems are told what happened.
 *
 * @param webhooks endpoints by name, such as {@code uplift.webhooks.crm.url}
 */
@ConfigurationProperties("uplift")
public record WebhookSettings(@DefaultValue Map<String, Endpoint> webhooks) {

    private static final int SHORTEST_SECRET = 16;

    public WebhookSettings {
        webhooks.forEach((name, endpoint) -> endpoint.check("uplift.webhooks." + name));
        webhooks = Map.copyOf(webhooks);
    }

    /**
     * A system that is told.
     *
     * @param url where it listens, https
     * @param secret key of the signatures, at least 16 characters
     * @param events what it is told of; everything when unset
     * @param privateNetwork allows http and addresses of the own machine and network
     */
    public record Endpoint(
            @Nullable URI url,
            @Nullable String secret,
            @DefaultValue List<String> events,
            @DefaultValue("false") boolean privateNetwork) {

        /** What it is told of. */
        Set<Event> told() {
            return events.isEmpty()
                    ? Set.of(Event.values())
                    : events.stream()
                            .flatMap(key -> Event.of(key).stream())
                            .collect(Collectors.toCollection(LinkedHashSet::new));
        }

        HookTarget target() {
            if (url == null || secret == null) {
                throw new IllegalStateException("An endpoint without address or secret passed the check at start");
            }
            return new HookTarget(url, secret, privateNetwork);
        }

        /** The secret is nothing for logs. */
        @Override
        public String toString() {
            return "Endpoint[" + url + ", " + events + "]";
        }

        void check(String where) {
            var scheme = url == null ? null : url.getScheme();
            if (url == null
                    || url.getHost() == null
                    || url.getUserInfo() != null
                    || !("https".equals(scheme) || (privateNetwork && "http".equals(scheme)))) {
                throw new IllegalArgumentException(
                        where + ".url must be an address such as https://crm.example.com/uplift,"
                                + " without user and password; http only with private-network=true");
            }
            if (secret == null || secret.length() < SHORTEST_SECRET) {
                throw new IllegalArgumentException(where + ".secret must have at least " + SHORTEST_SECRET
                        + " characters; take it from the environment");
            }
            events.stream().filter(key -> Event.of(key).isEmpty()).findFirst().ifPresent(unknown -> {
                throw new IllegalArgumentException(
                        where + ".events does not know '" + unknown + "'; use " + String.join(", ", Event.keys()));
            });
        }
    }
}
