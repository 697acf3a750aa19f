package dev.uplift.message;

import org.springframework.stereotype.Component;

/** Fills templates; safe against what a template may try and against what the data may contain. */
@Component
public class Renderer {

    /** The message for one recipient; throws {@link RenderFailed} if a value is missing or the template is gone. */
    public Message render(Rendering rendering) {
        throw new UnsupportedOperationException("not built yet");
    }
}
