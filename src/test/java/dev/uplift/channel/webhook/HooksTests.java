package dev.uplift.channel.webhook;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HooksTests {

    private static final HookCall CALL = new HookCall("id", "answer-confirmed", "{}");
    private static final Instant NOW = Instant.parse("2026-12-01T11:00:00Z");

    @RegisterExtension
    static final WireMockExtension RECEIVER = WireMockExtension.newInstance()
            .options(wireMockConfig().dynamicPort())
            .build();

    private final Hooks hooks = new Hooks();

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "127.0.0.1", "[::1]", "0.0.0.0", "[::ffff:127.0.0.1]"})
    void doesNotCallThisMachineUnlessAllowed(String host) {
        RECEIVER.stubFor(post(anyUrl()).willReturn(aResponse().withStatus(200)));
        var address = URI.create("http://" + host + ":" + RECEIVER.getPort() + "/hook");

        var refused = hooks.post(new HookTarget(address, "secret", false), CALL, NOW);

        assertThat(refused).contains("is in a private network, which private-network does not allow");
        RECEIVER.verify(0, postRequestedFor(anyUrl()));
        assertThat(hooks.post(new HookTarget(local(), "secret", true), CALL, NOW))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "10.1.2.3",
                "172.16.0.1",
                "192.168.1.1",
                "169.254.169.254",
                "100.64.0.1",
                "192.0.0.8",
                "198.18.0.1",
                "224.0.0.1",
                "255.255.255.255",
                "fe80::1",
                "fd00::1",
                "fc00::1",
                "ff02::1",
                "::",
                "64:ff9b::a01:203",
                "2002:a01:203::1",
                "2001:0:1::1"
            })
    void knowsWhatIsNotOfTheOpenInternet(String address) throws UnknownHostException {
        assertThat(PublicAddresses.open(InetAddress.getByName(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"93.184.216.34", "172.32.0.1", "192.1.0.1", "100.128.0.1", "2606:2800:220:1::1", "2001:4860::1"})
    void knowsWhatIs(String address) throws UnknownHostException {
        assertThat(PublicAddresses.open(InetAddress.getByName(address))).isTrue();
    }

    @Test
    void saysWhyItDidNotArrive() {
        RECEIVER.stubFor(post(anyUrl()).willReturn(aResponse().withStatus(410)));
        assertThat(hooks.post(new HookTarget(local(), "secret", true), CALL, NOW))
                .isEqualTo("The receiver answered 410");

        RECEIVER.stubFor(post(anyUrl()).willReturn(aResponse().withFault(Fault.EMPTY_RESPONSE)));
        assertThat(hooks.post(new HookTarget(local(), "secret", true), CALL, NOW))
                .startsWith("NoHttpResponseException");
    }

    @Test
    void doesNotReadWhatTheReceiverSays() {
        RECEIVER.stubFor(post(anyUrl()).willReturn(aResponse().withStatus(200).withBody("x".repeat(20_000_000))));

        assertThat(hooks.post(new HookTarget(local(), "secret", true), CALL, NOW))
                .isEmpty();
    }

    @Test
    void refusesAHeadWithoutEnd() {
        RECEIVER.stubFor(
                post(anyUrl()).willReturn(aResponse().withStatus(200).withHeader("X-Long", "x".repeat(20_000))));

        assertThat(hooks.post(new HookTarget(local(), "secret", true), CALL, NOW))
                .contains("line length");
    }

    private static URI local() {
        return URI.create("http://localhost:" + RECEIVER.getPort() + "/hook");
    }
}
