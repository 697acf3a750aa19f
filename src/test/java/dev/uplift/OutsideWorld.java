package dev.uplift;

import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.test.context.DynamicPropertyRegistry;

/** What is outside the product: a real SMTP server, and WireMock where Twilio would be. */
final class OutsideWorld {

    private static final Pattern SURVEY = Pattern.compile("http://localhost:\\d+/s/[\\w-]{22}");
    private static final Pattern UNSUBSCRIBE = Pattern.compile("http://localhost:\\d+/u/[\\w-]{43}");

    private final GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private final WireMockServer twilio = new WireMockServer(options().dynamicPort());

    void open(DynamicPropertyRegistry settings) {
        mail.start();
        twilio.start();
        settings.add("uplift.mail.relays[0].host", () -> "127.0.0.1");
        settings.add("uplift.mail.relays[0].port", () -> mail.getSmtp().getPort());
        settings.add("uplift.twilio.account-sid", () -> "AC0123456789");
        settings.add("uplift.twilio.auth-token", () -> "secret");
        settings.add("uplift.twilio.from", () -> "+4915112345678");
        settings.add("uplift.twilio.base-url", twilio::baseUrl);
    }

    void close() {
        mail.stop();
        twilio.stop();
    }

    void forget() throws FolderException {
        mail.purgeEmailFromAllMailboxes();
        twilio.resetAll();
        twilio.stubFor(WireMock.post(anyUrl())
                .willReturn(WireMock.jsonResponse("{\"sid\": \"SM{{randomValue}}\", \"status\": \"queued\"}", 201)));
    }

    /** Twilio does not know our account any more. */
    void refuseOurAccount() {
        twilio.stubFor(WireMock.post(anyUrl())
                .willReturn(WireMock.jsonResponse(
                        "{\"code\": 20003, \"message\": \"Authenticate\", \"status\": 401}", 401)));
    }

    /** The plain text of every mail. */
    List<String> mails() {
        return Stream.of(mail.getReceivedMessages())
                .map(OutsideWorld::plainText)
                .toList();
    }

    /** The HTML of every mail. */
    List<String> pages() {
        return Stream.of(mail.getReceivedMessages())
                .map(message -> part(message, 1))
                .toList();
    }

    /** The value of a header of every mail. */
    List<String> headers(String name) {
        return Stream.of(mail.getReceivedMessages())
                .map(message -> header(message, name))
                .toList();
    }

    /** The body of every SMS. */
    List<String> texts() {
        return twilio.findAll(postRequestedFor(anyUrl())).stream()
                .map(request -> request.formParameter("Body").firstValue())
                .toList();
    }

    int messages() {
        return mails().size() + texts().size();
    }

    /** The address in every survey invitation that has come out so far. */
    List<String> invitations() {
        return found(SURVEY);
    }

    List<String> unsubscribeLinks() {
        return found(UNSUBSCRIBE);
    }

    private List<String> found(Pattern pattern) {
        return Stream.concat(mails().stream(), texts().stream())
                .map(pattern::matcher)
                .filter(Matcher::find)
                .map(Matcher::group)
                .toList();
    }

    private static String header(MimeMessage message, String name) {
        try {
            return message.getHeader(name, null);
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String plainText(MimeMessage message) {
        return part(message, 0);
    }

    private static String part(MimeMessage message, int number) {
        try {
            var parts = (MimeMultipart) message.getContent();
            return parts.getBodyPart(number).getContent().toString();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
