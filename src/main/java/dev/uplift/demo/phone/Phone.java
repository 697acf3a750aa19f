package dev.uplift.demo.phone;

import dev.uplift.demo.LocalOnly;
import java.time.Clock;
import java.util.List;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Conditional;
import org.springframework.stereotype.Component;

/** The phones: keep every SMS and tell its sender that it arrived. */
@Component
@Conditional(LocalOnly.class)
public class Phone {

    private static final Logger log = LoggerFactory.getLogger(Phone.class);
    private static final int AT_ONCE = 256;

    private final Texts texts;
    private final Clock clock;
    private final StatusCallbacks callbacks;

    Phone(Texts texts, Clock clock, StatusCallbacks callbacks) {
        this.texts = texts;
        this.clock = clock;
        this.callbacks = callbacks;
    }

    /** Keeps an SMS and gives its sid. */
    String take(Texts.Incoming incoming) {
        var sid = DemoAccount.sid("SM");
        texts.store(incoming, sid, clock.instant());
        return sid;
    }

    /** Keeps an SMS that was written on this phone and gives its sid. */
    String keepWritten(String number, String text) {
        return take(new Texts.Incoming(number, number, text, null));
    }

    /**
     * Reports the delivery of each SMS that has not been reported yet; one that could not be is reported next time.
     *
     * @return how many were reported
     */
    public synchronized int deliverCallbacks() {
        var reported = 0;
        List<Text> waiting;
        do {
            waiting = texts.toCallBack(AT_ONCE);
            var taken = callbacks.deliver(waiting).stream().map(Text::id).collect(Collectors.toSet());
            texts.calledBack(taken, clock.instant());
            reported += taken.size();
            if (taken.size() < waiting.size()) {
                log.warn("{} deliveries of SMS were not taken; trying again later", waiting.size() - taken.size());
                return reported;
            }
        } while (waiting.size() == AT_ONCE);
        return reported;
    }
}
