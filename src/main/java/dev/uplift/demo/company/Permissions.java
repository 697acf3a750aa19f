package dev.uplift.demo.company;

import dev.uplift.audience.CustomerInput.ConsentInput;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;

/** What a customer has allowed the sample company. */
record Permissions(boolean advertising, boolean surveys) {

    private static final double NO_MAIL = 0.06;
    private static final double NO_SURVEYS = 0.04;
    private static final double NO_ADVERTISING = 0.12;

    static Permissions of(Draw draw, long customer) {
        var any = !draw.chance(NO_MAIL, customer, "consents");
        return new Permissions(
                any && !draw.chance(NO_ADVERTISING, customer, "advertising"),
                any && !draw.chance(NO_SURVEYS, customer, "surveys"));
    }

    List<ConsentInput> declarations(List<String> channels, Instant imported) {
        var at = imported.minus(400, ChronoUnit.DAYS);
        return channels.stream()
                .flatMap(channel -> Stream.of(
                        declaration(channel, "marketing", advertising, at),
                        declaration(channel, "survey", surveys, at)))
                .toList();
    }

    private static ConsentInput declaration(String channel, String purpose, boolean granted, Instant at) {
        return new ConsentInput(channel, purpose, granted, "consent", "Online-Auftrag, Formular NW-7", at);
    }
}
