package dev.uplift.audience;

import dev.uplift.platform.Medium;
import dev.uplift.platform.Secrets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Decides whether a customer can be stored, and normalises what is: addresses, numbers, tags and codes. */
@Component
class CustomerCheck {

    private static final int LONGEST_ADDRESS = 320;
    private static final int SHORT = 100;

    private final Secrets secrets;

    CustomerCheck(Secrets secrets) {
        this.secrets = secrets;
    }

    /**
     * The customer as it can be stored; meaningless once a flaw was noted.
     *
     * @param knownCountry country of a phone number without country code, unless the input names one
     */
    CheckedCustomer check(CustomerInput input, String knownCountry, Instant now, Flaws flaws) {
        var country = place("country", input.country(), Places::country, "Use a code such as DE or AT.", flaws);
        var email = email(input.email(), flaws);
        var phone = phone(input.phone(), country == null ? knownCountry : country, flaws);
        var row = new CheckedCustomer.Row(
                key(input.externalId(), flaws),
                Texts.line("accountId", input.accountId(), Texts.KEY, flaws),
                email,
                email == null ? null : fingerprint(Medium.EMAIL, MailAddress.normalised(email)),
                phone,
                phone == null ? null : fingerprint(Medium.SMS, phone),
                place("locale", input.locale(), Places::locale, "Use a tag such as de or en-GB.", flaws),
                place("timeZone", input.timeZone(), Places::zone, "Use an IANA zone such as Europe/Berlin.", flaws),
                country,
                channels(input.preferredChannels(), flaws),
                Attributes.checked(input.attributes(), flaws));
        return new CheckedCustomer(row, ConsentCheck.all(input.consents(), now, flaws));
    }

    private static String key(@Nullable String externalId, Flaws flaws) {
        var key = Texts.line("externalId", externalId, Texts.KEY, flaws);
        if (key == null) {
            flaws.add("externalId", Flaw.Code.MISSING, "The key is missing.", "Give the customer's number or id.");
        }
        return key == null ? "" : key;
    }

    private static @Nullable String email(@Nullable String text, Flaws flaws) {
        var line = Texts.line("email", text, LONGEST_ADDRESS, flaws);
        var address = line == null ? null : MailAddress.parse(line).orElse(null);
        if (line != null && address == null) {
            flaws.add(
                    "email",
                    Flaw.Code.INVALID,
                    "This is not exactly one mail address.",
                    "Write name@domain.example, without names, comments or a second address.");
        }
        return address;
    }

    private static @Nullable String phone(@Nullable String text, String country, Flaws flaws) {
        var line = Texts.line("phone", text, SHORT, flaws);
        var number = line == null ? null : PhoneNumber.parse(line, country).orElse(null);
        if (line != null && number == null) {
            flaws.add(
                    "phone",
                    Flaw.Code.INVALID,
                    "This is not a phone number of " + country + " or of the country it names.",
                    "Write it with its country code, e.g. +49 151 12345678.");
        }
        return number;
    }

    private static @Nullable String place(
            String field,
            @Nullable String text,
            Function<String, Optional<String>> reader,
            String remedy,
            Flaws flaws) {
        var line = Texts.line(field, text, SHORT, flaws);
        var read = line == null ? null : reader.apply(line).orElse(null);
        if (line != null && read == null) {
            flaws.add(field, Flaw.Code.UNKNOWN, "The " + field + " is not known.", remedy);
        }
        return read;
    }

    private static @Nullable List<String> channels(@Nullable List<String> keys, Flaws flaws) {
        if (keys == null) {
            return null;
        }
        for (var key : keys) {
            if (key == null || Medium.of(key).isEmpty()) {
                flaws.add(
                        "preferredChannels",
                        Flaw.Code.UNKNOWN,
                        "A preferred channel is not known.",
                        "Use " + KnownKeys.CHANNELS + ".");
            }
        }
        return keys.stream().distinct().toList();
    }

    private String fingerprint(Medium medium, String normalised) {
        return HexFormat.of().formatHex(secrets.fingerprint(medium, normalised));
    }
}
