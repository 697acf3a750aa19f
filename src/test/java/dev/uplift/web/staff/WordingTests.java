package dev.uplift.web.staff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.uplift.campaign.CampaignStatus.State;
import dev.uplift.channel.SendResult.Cause;
import dev.uplift.consent.Refusal;
import dev.uplift.delivery.Hold;
import dev.uplift.platform.Medium;
import dev.uplift.platform.Purpose;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WordingTests {

    private final Wording english = Samples.wording(Locale.ENGLISH);
    private final Wording german = Samples.wording(Locale.GERMAN);

    @Test
    void givesScoresTheirSignWithATrueMinus() {
        assertThat(english.score(7.2)).isEqualTo("+7");
        assertThat(english.score(-2.1)).isEqualTo("−2");
        assertThat(english.score(-0.3)).isEqualTo("±0");
        assertThat(german.differences(-2.1, 24.08)).isEqualTo("−2 … +24");
        assertThat(german.differences(0.3, 24.1)).isEqualTo("+0,3 … +24");
    }

    @Test
    void writesNumbersAndDatesAsTheReaderDoes() {
        assertThat(english.count(12_648)).isEqualTo("12,648");
        assertThat(german.count(12_648)).isEqualTo("12.648");
        assertThat(english.date(LocalDate.of(2026, 9, 3))).startsWith("3 Sep");
        assertThat(german.date(LocalDate.of(2026, 9, 3))).isEqualTo("03.09.2026");
        assertThat(german.percent(1, 3)).isEqualTo("33,3\u00a0%");
        assertThat(english.percent(1, 0)).isEqualTo("0.0\u00a0%");
    }

    @Test
    void hasWordsForEveryCodeThatOtherModulesGive() {
        var codes = Stream.of(
                        Stream.of(Refusal.values()).map(code -> "staff.reason." + code),
                        Stream.of(Cause.values()).map(code -> "staff.reason." + code),
                        Stream.of("RENDERING", "NO_REPLY", "WORKER_DIED", "ADDRESS_CHANGED")
                                .map(code -> "staff.reason." + code),
                        Stream.of(Hold.Reason.values()).map(code -> "staff.hold." + code),
                        Stream.of(Medium.values()).map(code -> "staff.channel." + code.key()),
                        Stream.of(Purpose.values()).map(code -> "staff.purpose." + code.key()),
                        Stream.of(State.values()).map(code -> "staff.state." + code),
                        Stream.of(Stage.values()).map(code -> "staff.stage." + code.key()),
                        Stream.of(
                                        "PLANNED",
                                        "SENDING",
                                        "ACCEPTED",
                                        "DEFERRED",
                                        "REJECTED",
                                        "UNKNOWN",
                                        "QUARANTINED",
                                        "GHOST",
                                        "SUPPRESSED",
                                        "SKIPPED",
                                        "EXPIRED",
                                        "CANCELLED",
                                        "DELIVERED",
                                        "BOUNCED",
                                        "COMPLAINED",
                                        "UNDELIVERED",
                                        "LEFT_OUT")
                                .map(code -> "staff.send." + code),
                        Stream.of("contact", "hold-out", "left-out").map(code -> "staff.decision." + code))
                .flatMap(keys -> keys)
                .toList();

        for (var wording : List.of(english, german)) {
            assertThat(codes).allSatisfy(key -> assertThat(wording.text(key)).isNotBlank());
        }
    }

    @Test
    void showsAnUnknownCodeAsItIs() {
        assertThat(english.word("staff.reason.", "BRAND_NEW")).isEqualTo("BRAND_NEW");
    }
}
