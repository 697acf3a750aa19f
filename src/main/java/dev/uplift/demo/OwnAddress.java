package dev.uplift.demo;

import dev.uplift.platform.PublicUrl;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Leads addresses that customers see back into this very process, whatever the published address is. */
@Component
public final class OwnAddress {

    private final Supplier<String> published;
    private final Supplier<String> local;

    @Autowired
    OwnAddress(PublicUrl url) {
        this(() -> url.of(""), url::local);
    }

    /** Both give scheme, host and port without a slash at the end. */
    public OwnAddress(Supplier<String> published, Supplier<String> local) {
        this.published = published;
        this.local = local;
    }

    /** The address of this process without a slash at the end. */
    public String local() {
        return local.get();
    }

    /** The local address of one of our published addresses; a foreign address stays as it is. */
    public String reachable(String address) {
        var prefix = published.get();
        return address.startsWith(prefix) ? local.get() + address.substring(prefix.length()) : address;
    }
}
