package dev.uplift.channel.sms;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.BasicCredentials;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import dev.uplift.channel.ChannelSettings;
import dev.uplift.channel.Departure;
import dev.uplift.channel.Outbound;
import dev.uplift.channel.SendResult;
import dev.uplift.channel.SendResult.Accepted;
import dev.uplift.channel.SendResult.Cause;
import dev.uplift.channel.SendResult.Deferred;
import dev.uplift.channel.SendResult.Rejected;
import dev.uplift.channel.SendResult.Unknown;
import dev.uplift.channel.TwilioAccount;
import dev.uplift.channel.TwilioSource;
import dev.uplift.message.Message;
import dev.uplift.platform.Medium;
import dev.uplift.platform.PublicUrl;
import dev.uplift.platform.Purpose;
import dev.uplift.platform.SendId;
import dev.uplift.platform.UpliftSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

class SmsChannelTests {

    private static final String MESSAGES = "/2010-04-01/Accounts/AC123/Messages.json";
    private static final UUID SEND = UUID.fromString("0b5a6600-1f6f-4b5a-9c3e-7a4fa3868f9e");
    private static final PublicUrl PUBLIC_URL = publicUrl();

    @RegisterExtension
    static final WireMockExtension TWILIO = WireMockExtension.newInstance()
            .options(wireMockConfig().dynamicPort())
            .build();

    @Test
    void sendsOneFormAndKeepsTheMessageId() {
        answers(aResponse().withStatus(201).withBody("{\"sid\":\"SM1\",\"status\":\"queued\"}"));

        var result = send("+4915112345678");

        assertThat(result).isEqualTo(new Accepted("twilio", "SM1", "queued"));
        TWILIO.verify(
                1,
                postRequestedFor(urlEqualTo(MESSAGES))
                        .withBasicAuth(new BasicCredentials("AC123", "secret"))
                        .withHeader("Host", equalTo("api.twilio.com"))
                        .withFormParam("To", equalTo("+4915112345678"))
                        .withFormParam("MessagingServiceSid", equalTo("MG1"))
                        .withFormParam("Body", equalTo("Grüße von Nordwerk & Co"))
                        .withFormParam(
                                "StatusCallback",
                                equalTo("https://uplift.nordwerk.example/hooks/twilio/status/" + SEND + ".2")));
    }

    @ParameterizedTest
    @CsvSource({
        "400, 21610, OPTED_OUT",
        "400, 21211, BAD_ADDRESS",
        "400, 21614, BAD_ADDRESS",
        "400, 21617, MESSAGE",
        "400, 21606, POLICY",
        "401, 20003, POLICY",
        "403, 20003, POLICY",
        "404, 20404, POLICY"
    })
    void rejectsByCode(int status, int code, Cause cause) {
        answers(error(status, code));

        var result = send("+4915112345678");

        assertThat(result).isInstanceOfSatisfying(Rejected.class, rejected -> {
            assertThat(rejected.cause()).isEqualTo(cause);
            assertThat(rejected.code()).isEqualTo(String.valueOf(code));
        });
        askedOnce();
    }

    @ParameterizedTest
    @CsvSource({"429, 20429", "400, 21611", "429, 0"})
    void defersWhenWeWereTooFast(int status, int code) {
        answers(error(status, code).withHeader("Retry-After", "1"));

        assertThat(send("+4915112345678")).isInstanceOf(Deferred.class);
        askedOnce();
    }

    @Test
    void defersAllToACountryThatTheAccountMayNotWriteTo() {
        answers(error(400, 21408));

        assertThat(send("+4915112345678"))
                .isInstanceOfSatisfying(
                        Deferred.class,
                        deferred -> assertThat(deferred.domainWide()).isTrue());
        askedOnce();
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503, 504, 307, 308, 408})
    void cannotTellAfterAnAnswerThatSaysNothing(int status) {
        answers(error(status, 20500).withHeader("Location", "/elsewhere").withHeader("Retry-After", "0"));

        assertThat(send("+4915112345678")).isInstanceOf(Unknown.class);
        askedOnce();
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void cannotTellAfterABrokenConnection(Fault fault) {
        answers(aResponse().withFault(fault));

        assertThat(send("+4915112345678")).isInstanceOf(Unknown.class);
        askedOnce();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "201 | ''",
                "201 | <html>oops</html>",
                "201 | {",
                "201 | {}",
                "201 | {\"status\":\"queued\"}",
                "201 | null",
                "201 | []",
                "403 | <html>Forbidden by proxy</html>"
            })
    void cannotTellAfterAnAnswerThatNamesNeitherMessageNorCode(int status, String body) {
        answers(aResponse().withStatus(status).withBody(body));

        assertThat(send("+4915112345678")).isInstanceOf(Unknown.class);
        askedOnce();
    }

    @Test
    void cannotTellWhenTheAnswerComesTooLate() {
        answers(aResponse().withStatus(201).withFixedDelay(20_000));
        var hasty = new Waiting(Duration.ofSeconds(10), Duration.ofMillis(500));

        assertThat(channel(source(TWILIO.baseUrl()), hasty).send(sms("+4915112345678")))
                .isInstanceOf(Unknown.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://localhost:1", "http://nobody.invalid"})
    void defersWhenNothingLeftTheHouse(String nowhere) {
        var result = channel(source(nowhere), Waiting.USUAL).send(sms("+4915112345678"));

        assertThat(result).isInstanceOf(Deferred.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "015112345678", "+49 151 1", "+4915112345678,+4915112345679", "whatsapp:+4915112345678"})
    void refusesAnythingButOneInternationalNumber(String number) {
        var result = send(number);

        assertThat(result)
                .isInstanceOfSatisfying(
                        Rejected.class, rejected -> assertThat(rejected.cause()).isEqualTo(Cause.BAD_ADDRESS));
        TWILIO.verify(0, postRequestedFor(anyUrl()));
    }

    @Test
    void defersWhileNoAccountIsSet() {
        var none = new StaticListableBeanFactory().getBeanProvider(TwilioSource.class);

        assertThat(channel(none, Waiting.USUAL).send(sms("+4915112345678"))).isInstanceOf(Deferred.class);
    }

    @Test
    void asksNobodyAboutATextThatMustNotLeave() {
        answers(aResponse().withStatus(201).withBody("{\"sid\":\"SM1\",\"status\":\"queued\"}"));

        assertThat(Departure.with(() -> false, () -> send("+4915112345678"))).isInstanceOf(Deferred.class);
        TWILIO.verify(0, postRequestedFor(anyUrl()));
    }

    private SendResult send(String number) {
        return channel(source(TWILIO.baseUrl()), Waiting.USUAL).send(sms(number));
    }

    private static SmsChannel channel(ObjectProvider<TwilioSource> source, Waiting waiting) {
        var settings = new ChannelSettings(new ChannelSettings.Mail(List.of(), "a@example.org", Map.of()), null);
        return new SmsChannel(new Accounts(settings, source), PUBLIC_URL, waiting);
    }

    private static ObjectProvider<TwilioSource> source(String baseUrl) {
        TwilioSource source = () -> new TwilioAccount(baseUrl, "AC123", "secret", "MG1", null);
        return new StaticListableBeanFactory(Map.of("phone", source)).getBeanProvider(TwilioSource.class);
    }

    private static Outbound sms(String number) {
        var message = new Message(Medium.SMS, null, null, "Grüße von Nordwerk & Co", "de", "hash");
        return new Outbound(new SendId(SEND), 2, number, message, Purpose.SERVICE, "https://x.example/u", "list");
    }

    private static void answers(ResponseDefinitionBuilder answer) {
        TWILIO.stubFor(post(anyUrl()).willReturn(answer));
    }

    private static ResponseDefinitionBuilder error(int status, int code) {
        return aResponse()
                .withStatus(status)
                .withBody("{\"code\":%d,\"message\":\"no\",\"status\":%d}".formatted(code, status));
    }

    private static void askedOnce() {
        TWILIO.verify(1, postRequestedFor(anyUrl()));
    }

    private static PublicUrl publicUrl() {
        var company =
                new UpliftSettings.Company("N", "n.example", "A", "c@n.example", List.of("de"), "Europe/Berlin", "DE");
        var settings = new UpliftSettings(
                Path.of("target"), Path.of("."), "https://uplift.nordwerk.example/", null, null, null, company);
        try (var context = new AnnotationConfigApplicationContext()) {
            context.registerBean(UpliftSettings.class, () -> settings);
            context.register(PublicUrl.class);
            context.refresh();
            return context.getBean(PublicUrl.class);
        }
    }
}
