package dev.uplift.web.api;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Definitions as the text their author wrote, in and out. */
final class RawText {

    private static final MediaType YAML = new MediaType("application", "yaml", StandardCharsets.UTF_8);

    private RawText() {}

    /** Whether somebody wants the text rather than its JSON view: {@code ?source} or an Accept header with yaml. */
    static boolean wanted(@Nullable String source, @Nullable String accept) {
        return source != null || (accept != null && accept.contains("yaml"));
    }

    static ResponseEntity<Object> yaml(String text) {
        return ResponseEntity.ok().contentType(YAML).body(text.getBytes(StandardCharsets.UTF_8));
    }

    static ResponseEntity<Object> json(Object view) {
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(view);
    }

    static String of(byte @Nullable [] body) {
        return body == null ? "" : new String(body, StandardCharsets.UTF_8);
    }
}
