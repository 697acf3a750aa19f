package dev.uplift.web.customer;

import dev.uplift.consent.Consents;
import dev.uplift.consent.Declaration;
import dev.uplift.delivery.SendOwner;
import dev.uplift.platform.Failpoint;
import dev.uplift.platform.Purpose;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Takes back a permission by the link in a message, and gives it again if that was a mistake. */
@Component
class Withdrawals {

    private static final String WITHDRAWAL = "withdrawal";
    private static final String BY_LINK = "unsubscribe link of ";

    private final Consents consents;
    private final Clock clock;

    Withdrawals(Consents consents, Clock clock) {
        this.consents = consents;
        this.clock = clock;
    }

    /** Withdraws; doing it twice is the same as once. */
    void withdraw(SendOwner owner) {
        var standing = declarations(owner).stream().findFirst();
        if (standing.map(Declaration::granted).orElse(true)) {
            consents.record(List.of(declaration(owner, false, WITHDRAWAL, BY_LINK + owner.campaign())));
            Failpoint.at("withdraw.after");
        }
    }

    /** Gives back what was withdrawn by link, on the ground it had before; a permission that never was is not made up. */
    void undo(SendOwner owner) {
        var known = declarations(owner);
        if (!known.isEmpty() && known.get(0).proof().startsWith(BY_LINK)) {
            var proof = "undo at unsubscribe link of " + owner.campaign();
            groundBefore(owner, known)
                    .ifPresent(basis -> consents.record(List.of(declaration(owner, true, basis, proof))));
        }
    }

    private List<Declaration> declarations(SendOwner owner) {
        return consents.of(owner.customer()).stream()
                .filter(known -> known.channel() == owner.channel() && known.purpose() == owner.purpose())
                .toList();
    }

    private static Optional<String> groundBefore(SendOwner owner, List<Declaration> known) {
        var granted = known.stream()
                .filter(Declaration::granted)
                .map(Declaration::basis)
                .findFirst();
        return owner.purpose() == Purpose.SERVICE ? granted.or(() -> Optional.of("contract")) : granted;
    }

    private Declaration declaration(SendOwner owner, boolean granted, String basis, String proof) {
        return new Declaration(
                owner.customer(), owner.channel(), owner.purpose(), granted, basis, proof, clock.instant());
    }
}
