package dev.uplift.platform;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The address under which customers reach us; without a setting, this machine and the port we listen on. */
@Component
public class PublicUrl {

    private final @Nullable String configured;
    private volatile int port = 8080;

    PublicUrl(UpliftSettings settings) {
        this.configured = settings.publicUrl();
    }

    @EventListener
    void listening(WebServerInitializedEvent event) {
        port = event.getWebServer().getPort();
    }

    /** The full address of a path that starts with a slash. */
    public String of(String path) {
        return (configured == null || configured.isBlank() ? local() : configured.replaceAll("/+$", "")) + path;
    }

    /** The address of this very process, for its own parts that talk HTTP to it. */
    public String local() {
        return "http://localhost:" + port;
    }
}
