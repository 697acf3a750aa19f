package dev.uplift.demo;

import dev.uplift.platform.PublicUrl;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Leads addresses that customers see back into this very process, whatever the published address is. */
@Component
public final class OwnAddress {

    private static final Pattern FORMER = Pattern.compile("http://localhost:\\d+(/.*)");

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
        return ours(address).map(path -> local.get() + path).orElse(address);
    }

    /** One of our addresses as it is published now; a foreign address stays as it is. */
    public String current(String address) {
        return ours(address).map(path -> published.get() + path).orElse(address);
    }

    /** The path of an address that is ours, or was before a restart gave us another port. */
    private Optional<String> ours(String address) {
        var prefix = published.get();
        if (address.startsWith(prefix)) {
            return Optional.of(address.substring(prefix.length()));
        }
        var former = FORMER.matcher(address);
        return former.matches() ? Optional.of(former.group(1)) : Optional.empty();
    }
}
