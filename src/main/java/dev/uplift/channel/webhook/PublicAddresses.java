package dev.uplift.channel.webhook;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;

/**
 * Finds only addresses that anybody on the internet could reach. The connection is made to the very address that was
 * checked, so a name that changes its mind in between gains nothing.
 */
final class PublicAddresses implements DnsResolver {

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        var found = SystemDefaultDnsResolver.INSTANCE.resolve(host);
        for (var address : found) {
            if (!open(address)) {
                throw new UnknownHostException(host + " is in a private network, which private-network does not allow");
            }
        }
        return found;
    }

    @Override
    public String resolveCanonicalHostname(String host) throws UnknownHostException {
        return SystemDefaultDnsResolver.INSTANCE.resolveCanonicalHostname(host);
    }

    /** Whether an address is neither of this machine, a private or local network, nor of a cloud's inner services. */
    static boolean open(InetAddress address) {
        if (address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return false;
        }
        var bytes = address.getAddress();
        var first = bytes[0] & 0xff;
        var second = bytes[1] & 0xff;
        var third = bytes[2] & 0xff;
        return address instanceof Inet4Address ? open4(first, second, third) : open6(first, second, third);
    }

    /** Not "this network", shared by carriers (RFC 6598), protocol assignments, benchmarks, reserved. */
    private static boolean open4(int first, int second, int third) {
        return first != 0
                && !(first == 100 && second >= 64 && second <= 127)
                && !(first == 192 && second == 0 && third == 0)
                && !(first == 198 && (second == 18 || second == 19))
                && first < 240;
    }

    /** Of IPv6 only global unicast (2000::/3), and of that neither 6to4 nor Teredo, which hide an IPv4 address. */
    private static boolean open6(int first, int second, int third) {
        return first >> 5 == 1 && !(first == 0x20 && (second == 0x02 || (second == 0x01 && third == 0)));
    }
}
