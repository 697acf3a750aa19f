package dev.uplift.followup;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A step that the state of a case, or somebody else's hand on it, does not allow. The text says in English what stands in
 * the way; code and values let others say it in their reader's language.
 */
public class CaseRefused extends RuntimeException {

    /** What stands in the way; the values are those of the text. */
    public enum Why {
        NOT_KNOWN("There is no case %s."),
        /** Number, state, state that is not possible. */
        STATE("Case %s is %s and cannot become %s."),
        NOT_YOURS("Case %s belongs to %s."),
        NOBODYS("Take case %s first."),
        NOT_OF_DESK("%s does not work at the desk %s."),
        DESK_GONE("The desk %s is gone; add its file to campaigns/desks."),
        PAST("A case can only be put off to a later time."),
        CAUSE("Choose a root cause: %s."),
        OTHER_CUSTOMER("Case %s is no other open case of the same customer."),
        TOO_LONG("The text has %s characters; write at most %s."),
        EMPTY("The message has no text, or no subject."),
        NO_TEMPLATE("The desk has no template %s for %s."),
        /** Channel, reason. */
        UNREACHABLE("The customer cannot be written to by %s: %s."),
        ON_ITS_WAY("A message of this case is on its way already."),
        TOO_LATE("The message has gone and cannot be taken back."),
        NO_IMPROVEMENT("There is no improvement %s."),
        /** Number, state, state that is not possible. */
        IMPROVEMENT_STATE("Improvement %s is %s and cannot become %s.");

        private final String text;

        Why(String text) {
            this.text = text;
        }
    }

    private final Why why;
    private final transient List<String> values;

    CaseRefused(Why why, @Nullable Object... values) {
        super(String.format(Locale.ROOT, why.text, values));
        this.why = why;
        this.values = Stream.of(values).map(String::valueOf).toList();
    }

    /** What stands in the way. */
    public Why why() {
        return why;
    }

    /** The values of the text, in its order. */
    public List<String> values() {
        return values;
    }
}
