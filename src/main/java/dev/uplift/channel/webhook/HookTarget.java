package dev.uplift.channel.webhook;

import java.net.URI;

/**
 * Where something is posted to.
 *
 * @param secret key of the signatures
 * @param privateNetwork whether addresses of the own machine and network are allowed, too
 */
public record HookTarget(URI url, String secret, boolean privateNetwork) {

    @Override
    public String toString() {
        return "HookTarget[" + url.getHost() + "]";
    }
}
