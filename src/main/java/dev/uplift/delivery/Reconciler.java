package dev.uplift.delivery;

import java.time.Instant;
import org.springframework.stereotype.Component;

/**
 * Finds out what became of sends with unknown outcome. Nothing is repeated without proof, but for one case: service mail
 * gets one more try.
 */
@Component
public class Reconciler {

    private final Receipts receipts;
    private final ServiceMail serviceMail;
    private final Inquest inquest;

    Reconciler(Receipts receipts, ServiceMail serviceMail, Inquest inquest) {
        this.receipts = receipts;
        this.serviceMail = serviceMail;
        this.inquest = inquest;
    }

    /**
     * Applies what providers said, then asks about what is unknown, in one bounded round, the oldest sends first; gives how
     * many sends changed. May be called as often as one likes, on any node: each send is asked about every few minutes only.
     */
    public int hear(Instant now) {
        return receipts.apply(now) + serviceMail.repeat(now) + inquest.hold(now);
    }
}
