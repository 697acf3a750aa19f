package dev.uplift.channel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.uplift.channel.Statement.Fault;
import dev.uplift.platform.SendId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

class TwilioHooksTests {

    private static final Instant NOW = Instant.parse("2026-12-01T08:30:00Z");
    private static final SendId SEND = new SendId(UUID.fromString("0b5a6600-1f6f-4b5a-9c3e-7a4fa3868f9e"));

    /** The example of Twilio's own documentation of webhook security. */
    private static final String URL = "https://mycompany.com/myapp.php?foo=1&bar=2";

    private static final Map<String, String> FORM = Map.of(
            "CallSid", "CA1234567890ABCDE",
            "Caller", "+14158675309",
            "Digits", "1234",
            "From", "+14158675309",
            "To", "+18005551212");
    private static final String SIGNATURE = "RSOYDt4T1cUTdK1PDd93/VVr8B8=";

    private final TwilioHooks hooks = hooks("12345");

    @Test
    void knowsTheSignatureOfTwiliosOwnExample() {
        assertThat(hooks.authentic(URL, FORM, SIGNATURE)).isTrue();
    }

    @Test
    void refusesWhatWasChangedOnTheWay() {
        var changed = new java.util.HashMap<>(FORM);
        changed.put("From", "+14158675310");

        assertThat(hooks.authentic(URL, changed, SIGNATURE)).isFalse();
        assertThat(hooks.authentic(URL + "&x=1", FORM, SIGNATURE)).isFalse();
        assertThat(hooks.authentic("not a url \u0000", FORM, SIGNATURE)).isFalse();
        assertThat(hooks.authentic(URL, FORM, SIGNATURE.replace('R', 'S'))).isFalse();
        assertThat(hooks.authentic(URL, FORM, "")).isFalse();
        assertThat(hooks.authentic(URL, FORM, "ä")).isFalse();
    }

    @Test
    void refusesEverythingWithoutAToken() {
        assertThat(hooks("").authentic(URL, FORM, SIGNATURE)).isFalse();
        assertThat(hooks(null).authentic(URL, FORM, SIGNATURE)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "delivered, DELIVERED",
        "read, DELIVERED",
        "undelivered, UNDELIVERED",
        "failed, UNDELIVERED",
        "canceled, UNDELIVERED",
        "sent, ACCEPTED",
        "sending, ACCEPTED",
        "queued, ACCEPTED",
        "accepted, ACCEPTED",
        "scheduled, ACCEPTED"
    })
    void readsReceipts(String status, String state) {
        var receipt = hooks.receipt(SEND, 2, Map.of("MessageSid", "SM1", "MessageStatus", status), NOW);

        var said = new Statement("twilio", "SM1:" + status + ":", "SM1", state, null, null);
        assertThat(receipt).contains(new Receipt(said, SEND, 2, NOW));
    }

    @Test
    void keepsTheErrorCodeAndTellsStatementsApart() {
        var form = Map.of("MessageSid", "SM1", "MessageStatus", "undelivered", "ErrorCode", "30003");

        var receipt = hooks.receipt(SEND, 2, form, NOW);

        var said = new Statement("twilio", "SM1:undelivered:30003", "SM1", "UNDELIVERED", "30003", Fault.UNREACHABLE);
        assertThat(receipt).contains(new Receipt(said, SEND, 2, NOW));
    }

    @ParameterizedTest
    @CsvSource({
        "20003, POLICY",
        "21211, BAD_ADDRESS",
        "21610, OPTED_OUT",
        "21614, BAD_ADDRESS",
        "30001, OVERFLOW",
        "30002, POLICY",
        "30003, UNREACHABLE",
        "30004, BLOCKED",
        "30005, BAD_ADDRESS",
        "30006, BAD_ADDRESS",
        "30007, FILTERED",
        "30008, UNEXPLAINED",
        "30036, TOO_OLD",
        "30999, "
    })
    void knowsWhatTheCodesOfUndeliveredMessagesCallFor(String code, @Nullable Fault fault) {
        var form = Map.of("MessageSid", "SM1", "MessageStatus", "failed", "ErrorCode", code);

        assertThat(hooks.receipt(SEND, 2, form, NOW).orElseThrow().statement().fault())
                .isEqualTo(fault);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nonsense"})
    void ignoresWhatNobodyDocuments(String status) {
        assertThat(hooks.receipt(SEND, 2, Map.of("MessageSid", "SM1", "MessageStatus", status), NOW))
                .isEmpty();
        assertThat(hooks.receipt(SEND, 2, Map.of("MessageStatus", "delivered"), NOW))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "STOP",
                "stop",
                " Stop. ",
                "Stopp!",
                "STOPP!!!",
                "stop 🛑",
                "STOP ALL",
                "StopAll",
                "Stop, bitte",
                "Bitte stoppen",
                "unsubscribe",
                "END",
                "Quit",
                "cancel",
                "REVOKE",
                "Opt-Out",
                "optout",
                "please stop",
                "Stop texting me",
                "Don't text me!",
                "bitte abmelden",
                "Abmelden",
                "ABBESTELLEN",
                "Ende",
                "Keine SMS mehr, danke",
                "Bitte keine Nachrichten mehr",
                "Melden Sie mich ab",
                "Ich möchte mich abmelden",
                "ARRÊT",
                "Arrêter svp",
                "désabonner",
                "Désinscription",
                "BAJA",
                "Baja por favor",
                "Dar de baja",
                "no más mensajes",
                "ＳＴＯＰ"
            })
    void stopsInTheWordsPeopleUse(String body) {
        assertThat(hooks.stops(body)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "9",
                "Danke!",
                "Please don't stop sending",
                "Bitte nicht abmelden",
                "Nonstop gut",
                "Wann ist das Ende meines Vertrags?",
                "Ende gut, alles gut",
                "Can I cancel my contract?",
                "Ich möchte meinen Vertrag kündigen",
                "Der Stoppuhr geht es gut",
                "The end of the month is fine",
                "Rufen Sie mich bitte an",
                "baja california",
                "Wo ist der nächste Bus-Stop?"
            })
    void isNotFooledByOrdinarySentences(String body) {
        assertThat(hooks.stops(body)).isFalse();
    }

    private static TwilioHooks hooks(@Nullable String token) {
        var settings = new ChannelSettings(
                new ChannelSettings.Mail(List.of(), "a@example.org", Map.of()),
                token == null
                        ? null
                        : new ChannelSettings.Twilio("AC1", token, "MG1", null, "https://api.twilio.com", 0, 16));
        return new TwilioHooks(settings, new StaticListableBeanFactory().getBeanProvider(TwilioSource.class));
    }
}
