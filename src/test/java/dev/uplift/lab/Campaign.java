package dev.uplift.lab;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A campaign of service messages with an audience of its own.
 *
 * @param key its key
 * @param audience the value of its customers' attribute {@code lab}, also part of their addresses
 * @param size how many customers it has
 * @param channel {@code email} or {@code sms}
 * @param template what it sends
 */
record Campaign(String key, String audience, int size, String channel, String template) {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private static final int CHUNK = 5_000;

    /** Looks like nothing else, so that finding it in a log means that a log has customers' data. */
    static final String FIRST_NAME = "Xaverine";

    private static final String DEFINITION = """
            name: %1$s
            purpose: service
            goal: { metric: nps, worth: 5 }
            audience: { attribute: lab, is: %3$s }
            hold-out: 0%%
            channels: [%2$s]
            steps:
              - send: %4$s
            """;

    private static final String CUSTOMER = """
            {"externalId": "%1$s-%2$d", "email": "%3$s", "phone": "%4$s", "locale": "de",
             "preferredChannels": ["%5$s"], "attributes": {"lab": "%1$s", "firstName": "%6$s", "lastName": "Zobel"%7$s}}""";

    static Campaign of(String key, int size, String channel) {
        return new Campaign(key, key, size, channel, "saving-tips");
    }

    /** Another campaign for the same customers. */
    Campaign again() {
        return new Campaign(key + "-again", audience, size, channel, template);
    }

    Campaign sending(String other) {
        return new Campaign(key, audience, size, channel, other);
    }

    /** A customer's id at the company. */
    String customer(int number) {
        return audience + "-" + number;
    }

    /** Makes the customers and the definition known; sends nothing yet. */
    void define(Api api) {
        for (var first = 0; first < size; first += CHUNK) {
            var customers = IntStream.range(first, Math.min(size, first + CHUNK))
                    .mapToObj(this::input)
                    .collect(Collectors.joining(",", "[", "]"));
            api.post("/api/customers", customers);
        }
        api.put("/api/campaigns/" + key, definition());
    }

    void launch(Api api) {
        api.post("/api/campaigns/" + key + "/launch", "");
    }

    /** Makes all known and launches it, to start at the full minute in an hour or just before. */
    void launchInAnHour(Api api) {
        define(api);
        var start = LocalDateTime.now(BERLIN).plusHours(1).truncatedTo(ChronoUnit.MINUTES);
        api.put(
                "/api/campaigns/" + key,
                definition() + "schedule: { start: \"%s\", zone: %s }\n".formatted(start, BERLIN));
        launch(api);
    }

    /** Its state as its page shows it. */
    String state(Api api) {
        return api.get("/api/campaigns/" + key).at("/state").asString();
    }

    String definition() {
        return DEFINITION.formatted(key, channel, audience, template);
    }

    String address(int number) {
        return "k" + number + "@" + audience + (number % 5 == 0 ? ".slow" : "") + ".example";
    }

    /** A number of those set aside for films, and beyond; no sink ever calls it. */
    String phone(int number) {
        return "+4915%09d".formatted(Math.floorMod(audience.hashCode(), 900) * 1_000_000L + number);
    }

    /** The number of the customer with this address or phone number. */
    static int number(String address) {
        return address.startsWith("+")
                ? (int) (Long.parseLong(address.substring(1)) % 1_000_000)
                : Integer.parseInt(address.replaceFirst("^k(\\d+)@.*", "$1"));
    }

    private String input(int number) {
        return CUSTOMER.formatted(
                audience,
                number,
                address(number),
                phone(number),
                channel,
                FIRST_NAME,
                number % 100 == 1 ? "" : ", \"tariff\": \"Strom\"");
    }
}
