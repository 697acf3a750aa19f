package dev.uplift.web.staff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.uplift.impact.Finding;
import dev.uplift.impact.OtherReports;
import dev.uplift.impact.SampleReports;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** All campaigns beside each other. */
class ReportsPageTests {

    private final Wording english = Samples.wording(Locale.ENGLISH);
    private final Finding proven = SampleReports.kept(SampleReports.proven());
    private final Finding interim = SampleReports.kept(SampleReports.notEnough(Samples.NOW));

    @Test
    void putsTheSurestGainFirstNotTheLargestNumber() {
        var rows = page(List.of(interim, proven)).rows();

        assertThat(rows).extracting(row -> row.verdict().word()).containsExactly("Proven gain", "Not decidable yet");
        assertThat(rows.get(0).claim()).isEqualTo("+53");
        assertThat(rows.get(0).stage()).startsWith("Final result, answers until");
        assertThat(rows.get(1).stage()).startsWith("Interim, answers until");
    }

    @Test
    void namesNoEffectOfACampaignWhoseVerdictForbidsOne() {
        var page = page(List.of(
                SampleReports.kept(SampleReports.alone(Samples.NOW)),
                SampleReports.kept(SampleReports.tooEarly(Samples.NOW)),
                SampleReports.kept(OtherReports.broken()),
                SampleReports.kept(OtherReports.biased())));

        assertThat(page.rows()).isEmpty();
        assertThat(page.others()).hasSize(4);
        assertThat(page.others().get(0).sentence()).contains("Without a hold-out the cause is unknown");
        assertThat(page.others().get(0).level()).contains("not a proof");
    }

    @Test
    void callsACampaignByItsKeyWhenItsFileIsGone() {
        assertThat(page(List.of(proven)).rows().get(0).name()).isEqualTo("Instalment change explained");
        assertThat(ReportsPage.of(List.of(proven), Map.of(), english)
                        .rows()
                        .get(0)
                        .name())
                .isEqualTo("instalment-explained");
    }

    private ReportsPage page(List<Finding> findings) {
        return ReportsPage.of(findings, Map.of("instalment-explained", "Instalment change explained"), english);
    }
}
