package dev.uplift.delivery;

import java.time.Instant;
import org.springframework.stereotype.Component;

/**
 * Finds out what became of sends with unknown outcome. Nothing is repeated without proof, but for one case: service mail
 * gets one more try.
 */
@Component
public class Reconciler {

    private final ServiceMail serviceMail;
    private final Inquest inquest;

    Reconciler(ServiceMail serviceMail, Inquest inquest) {
        this.serviceMail = serviceMail;
        this.inquest = inquest;
    }

    /**
     * One bounded round, the oldest sends first; gives how many were settled or put back into the queue. May be called as
     * often as one likes, on any node: each send is asked about every few minutes only.
     */
    public int reconcile(Instant now) {
        return serviceMail.repeat(now) + inquest.hold(now);
    }
}
