package dev.uplift.audience;

import dev.uplift.audience.CustomerInput.ConsentInput;
import dev.uplift.platform.Medium;
import dev.uplift.platform.Purpose;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Decides whether the declarations that come with a customer can be taken. */
final class ConsentCheck {

    private static final Set<String> BASES = Set.of("consent", "existing-customer", "contract", "withdrawal");
    private static final int LONGEST_PROOF = 500;
    private static final int MOST = 100;

    private ConsentCheck() {}

    static List<CheckedCustomer.Consent> all(@Nullable List<ConsentInput> inputs, Instant now, Flaws flaws) {
        var consents = new ArrayList<CheckedCustomer.Consent>();
        for (var input : inputs == null ? List.<ConsentInput>of() : inputs) {
            var consent = one(input, now, flaws);
            if (consent != null) {
                consents.add(consent);
            }
        }
        if (consents.size() > MOST) {
            flaws.add("consents", Flaw.Code.TOO_LONG, "There are too many.", "Give at most " + MOST + ".");
        }
        return consents;
    }

    private static CheckedCustomer.@Nullable Consent one(ConsentInput input, Instant now, Flaws flaws) {
        var channel = Medium.of(input.channel() == null ? "" : input.channel()).orElse(null);
        if (channel == null) {
            return unknown("consents.channel", KnownKeys.CHANNELS, flaws);
        }
        var purpose = Purpose.of(input.purpose() == null ? "" : input.purpose()).orElse(null);
        if (purpose == null) {
            return unknown("consents.purpose", KnownKeys.PURPOSES, flaws);
        }
        var granted = input.granted();
        if (granted == null) {
            flaws.add("consents.granted", Flaw.Code.MISSING, "Yes or no is missing.", "Give true or false.");
            return null;
        }
        var basis = input.basis() == null ? granted ? "consent" : "withdrawal" : input.basis();
        if (!BASES.contains(basis)) {
            return unknown("consents.basis", "consent, existing-customer, contract or withdrawal", flaws);
        }
        var at = Moments.checked("consents.at", input.at() == null ? now : input.at(), flaws);
        if (at == null) {
            return null;
        }
        var proof = Texts.line("consents.proof", input.proof(), LONGEST_PROOF, flaws);
        return new CheckedCustomer.Consent(
                channel.key(),
                purpose.key(),
                granted,
                basis,
                proof == null ? "delivered with the customer" : proof,
                // A yes dated ahead by a wrong zone must not outlive the no that follows it.
                (at.isAfter(now) ? now : at).truncatedTo(ChronoUnit.MICROS),
                input.at() != null);
    }

    private static CheckedCustomer.@Nullable Consent unknown(String field, String known, Flaws flaws) {
        flaws.add(field, Flaw.Code.UNKNOWN, "The value is missing or not known.", "Use one of: " + known + ".");
        return null;
    }
}
