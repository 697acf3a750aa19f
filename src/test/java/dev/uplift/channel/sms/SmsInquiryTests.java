package dev.uplift.channel.sms;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import dev.uplift.channel.ChannelSettings;
import dev.uplift.channel.Statement;
import dev.uplift.channel.Trace;
import dev.uplift.channel.TwilioAccount;
import dev.uplift.channel.TwilioSource;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

class SmsInquiryTests {

    private static final String LIST = "/2010-04-01/Accounts/AC123/Messages.json";
    private static final Instant NOON = Instant.parse("2026-06-09T12:00:00Z");

    @RegisterExtension
    static final WireMockExtension TWILIO = WireMockExtension.newInstance()
            .options(wireMockConfig().dynamicPort())
            .build();

    @Test
    void readsEveryPageAndKeepsWhatLiesInTheWindow() {
        page("0", "1", message("SM1", "queued", "12:00:00"), message("SM2", "delivered", "11:00:00"));
        page("1", null, message("SM3", "failed", "12:09:00"), message("SM4", "some new status", "12:01:00"));

        var traces = traces().orElseThrow();

        assertThat(traces).extracting(Trace::id).containsExactly("SM1", "SM3", "SM4");
        assertThat(traces)
                .extracting(Trace::statement)
                .extracting(Statement::state)
                .containsExactly("ACCEPTED", "UNDELIVERED", "ACCEPTED");
        assertThat(traces.get(0).text()).isEqualTo("Hello SM1");
        TWILIO.verify(getRequestedFor(urlPathEqualTo(LIST)).withQueryParam("To", equalTo("+4915112345678")));
    }

    @Test
    void showsNothingWhereNothingIs() {
        page("0", null);

        assertThat(traces()).contains(List.of());
    }

    @Test
    void doesNotCallHalfAListAnAnswer() {
        page("0", "1", message("SM1", "queued", "12:00:00"));
        TWILIO.stubFor(get(urlPathEqualTo(LIST))
                .withQueryParam("Page", equalTo("1"))
                .willReturn(aResponse().withStatus(503)));

        assertThat(traces()).isEmpty();
    }

    @Test
    void doesNotReadForEver() {
        TWILIO.stubFor(get(anyUrl()).willReturn(jsonResponse(list("1", message("SM1", "queued", "12:00:00")), 200)));

        assertThat(traces()).isEmpty();
        TWILIO.verify(10, getRequestedFor(urlPathEqualTo(LIST)));
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 503, 429, 404, 401, 307})
    void hasNoAnswerWhereTwilioGivesNone(int status) {
        TWILIO.stubFor(get(anyUrl())
                .willReturn(aResponse().withStatus(status).withBody("{\"code\": 20404, \"message\": \"no\"}")));

        assertThat(traces()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void hasNoAnswerAfterABrokenConnection(Fault fault) {
        TWILIO.stubFor(get(anyUrl()).willReturn(aResponse().withFault(fault)));

        assertThat(traces()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html>", "{}", "null"})
    void hasNoAnswerInWhatIsNoList(String body) {
        TWILIO.stubFor(get(anyUrl()).willReturn(aResponse().withStatus(200).withBody(body)));

        assertThat(traces()).isEmpty();
    }

    private static Optional<List<Trace>> traces() {
        TwilioSource source = () -> new TwilioAccount(TWILIO.baseUrl(), "AC123", "secret", "MG1", null);
        var sources = new StaticListableBeanFactory(Map.of("phone", source)).getBeanProvider(TwilioSource.class);
        var settings = new ChannelSettings(new ChannelSettings.Mail(List.of(), "a@example.org", Map.of()), null);
        return new SmsInquiry(new Accounts(settings, sources), Waiting.USUAL)
                .traces("+4915112345678", NOON.minus(Duration.ofMinutes(5)), NOON.plus(Duration.ofMinutes(10)));
    }

    private static void page(String number, @Nullable String next, String... messages) {
        var matching = get(urlPathEqualTo(LIST));
        if (!number.equals("0")) {
            matching.withQueryParam("Page", equalTo(number));
        }
        TWILIO.stubFor(matching.willReturn(jsonResponse(list(next, messages), 200)));
    }

    private static String list(@Nullable String next, String... messages) {
        var uri = next == null ? "null" : "\"" + LIST + "?To=%2B4915112345678&PageSize=100&Page=" + next + "\"";
        return "{\"messages\": [" + String.join(",", messages) + "], \"page_size\": 100, \"uri\": \"" + LIST
                + "\", \"next_page_uri\": " + uri + "}";
    }

    private static String message(String sid, String status, String time) {
        return """
                {"sid": "%1$s", "status": "%2$s", "body": "Hello %1$s", "error_code": null,
                 "date_created": "Tue, 09 Jun 2026 %3$s +0000"}""".formatted(sid, status, time);
    }
}
