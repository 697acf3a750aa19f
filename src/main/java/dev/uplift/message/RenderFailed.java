package dev.uplift.message;

/** A template could not be filled for one recipient; the text names the template and the place, never the data. */
public class RenderFailed extends RuntimeException {

    public RenderFailed(String message) {
        super(message);
    }
}
