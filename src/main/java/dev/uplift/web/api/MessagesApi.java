package dev.uplift.web.api;

import dev.uplift.audience.Customer;
import dev.uplift.audience.Customers;
import dev.uplift.delivery.DirectMessage;
import dev.uplift.delivery.DirectMessages;
import dev.uplift.delivery.DirectSend;
import dev.uplift.delivery.DirectTexts;
import dev.uplift.platform.InvalidInput;
import dev.uplift.platform.Medium;
import dev.uplift.platform.Problem;
import dev.uplift.platform.Purpose;
import dev.uplift.platform.SendId;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** One transactional message to one customer, through the gate and the ledger like every send. */
@RestController
@RequestMapping("/api/messages")
class MessagesApi {

    private static final String KEY = "Idempotency-Key";
    private static final int LONGEST_KEY = 200;

    private final DirectMessages messages;
    private final DirectTexts texts;
    private final Customers customers;
    private final Actors actors;
    private final Clock clock;

    MessagesApi(DirectMessages messages, DirectTexts texts, Customers customers, Actors actors, Clock clock) {
        this.messages = messages;
        this.texts = texts;
        this.customers = customers;
        this.actors = actors;
        this.clock = clock;
    }

    /** Takes a message over; the same key of the same caller again gives the same message. */
    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    DirectSend send(
            @RequestHeader(name = KEY, defaultValue = "") String key, @RequestBody Wish wish, Authentication caller) {
        if (key.isBlank() || key.length() > LONGEST_KEY) {
            throw new InvalidInput(List.of(Problem.error(
                    KEY,
                    "The header is missing or too long.",
                    "Send a key of your own for each message, e.g. a UUID.")));
        }
        var by = actors.of(caller).name();
        var named = "api:" + by + ":" + key;
        var send = messages.known(named).orElseGet(() -> {
            var message = message(wish);
            texts.check(message);
            var now = clock.instant();
            return messages.send(message, named, by, now, now);
        });
        return messages.find(send).orElseThrow(() -> new NotKnown("message", key));
    }

    /** Where a message stands, and why it did not go. */
    @GetMapping("/{id}")
    DirectSend show(@PathVariable UUID id) {
        return messages.find(new SendId(id)).orElseThrow(() -> new NotKnown("message", id.toString()));
    }

    private DirectMessage message(Wish wish) {
        var problems = new ArrayList<Problem>();
        var template = Objects.requireNonNullElse(wish.template, "");
        var channels = texts.channels(template);
        if (channels.isEmpty()) {
            problems.add(Problem.error(
                    "template", "There is no template '" + template + "'.", "Name a folder in templates."));
        }
        var named = Objects.requireNonNullElse(wish.customer, "");
        var customer = customers.find(named);
        if (customer.isEmpty()) {
            problems.add(Problem.error(
                    "customer", "There is no customer '" + named + "'.", "Send the externalId of a known customer."));
        }
        var purpose = purpose(wish.purpose, problems);
        var channel = customer.flatMap(known -> channel(wish.channel, known, channels, purpose, problems));
        if (!problems.isEmpty()) {
            throw new InvalidInput(problems);
        }
        var data = Objects.requireNonNullElse(wish.data, Map.<String, Object>of());
        return DirectMessage.of(customer.orElseThrow().id(), channel.orElseThrow(), purpose, template, data);
    }

    private static Purpose purpose(@Nullable String named, List<Problem> problems) {
        var purpose = named == null ? Optional.of(Purpose.SERVICE) : Purpose.of(named);
        if (purpose.filter(known -> known != Purpose.SURVEY).isEmpty()) {
            problems.add(Problem.error(
                    "purpose", "'" + named + "' is no purpose of a message.", "Send \"service\" or \"marketing\"."));
        }
        return purpose.orElse(Purpose.SERVICE);
    }

    /** The channel asked for, else the first of the customer's own that may be used, else the first with an address. */
    private Optional<Medium> channel(
            @Nullable String named, Customer customer, Set<Medium> channels, Purpose purpose, List<Problem> problems) {
        var wanted = named == null
                ? Stream.concat(customer.preferredChannels().stream(), Stream.of("email", "sms"))
                : Stream.of(named);
        var possible = wanted.flatMap(key -> Medium.of(key).stream())
                .distinct()
                .filter(channels::contains)
                .filter(medium -> address(customer, medium) != null)
                .toList();
        if (possible.isEmpty() && !channels.isEmpty()) {
            problems.add(Problem.error(
                    "channel",
                    "The customer has no address, or the template no text, for " + (named == null ? "any" : named)
                            + ".",
                    "Choose one of " + channels.stream().map(Medium::key).toList() + ", or add the address."));
        }
        return possible.stream()
                .filter(medium ->
                        messages.refusal(customer.id(), medium, purpose).isEmpty())
                .findFirst()
                .or(() -> possible.stream().findFirst());
    }

    private static @Nullable String address(Customer customer, Medium medium) {
        return switch (medium) {
            case EMAIL -> customer.email();
            case SMS -> customer.phone();
            default -> null;
        };
    }

    /**
     * What is asked for.
     *
     * @param customer the key in their home system
     * @param channel email or sms; without one the customer's own choice
     * @param purpose service, which it is without one, or marketing
     * @param data what the template calls {@code data}
     */
    record Wish(
            @Nullable String template,
            @Nullable String customer,
            @Nullable String channel,
            @Nullable String purpose,
            @Nullable Map<String, Object> data) {}
}
