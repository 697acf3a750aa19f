package dev.uplift.followup;

/** A step that the state of a case, or somebody else's hand on it, does not allow; the text says what stands in the way. */
public class CaseRefused extends RuntimeException {

    CaseRefused(String message) {
        super(message);
    }
}
