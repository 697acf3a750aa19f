package dev.uplift.campaign;

/** A life-cycle step that the campaign's state does not allow; the text says which would be. */
public class IllegalState extends RuntimeException {

    public IllegalState(String message) {
        super(message);
    }
}
