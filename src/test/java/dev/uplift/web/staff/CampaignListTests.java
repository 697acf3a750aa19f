package dev.uplift.web.staff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.uplift.campaign.CampaignStatus;
import dev.uplift.campaign.CampaignStatus.State;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CampaignListTests {

    private final Wording english = Samples.wording(Locale.ENGLISH);
    private final List<CampaignStatus> all = List.of(
            campaign("Winter", State.LAUNCHED, "2026-12-01T00:00:00Z"),
            campaign("autumn", State.LAUNCHED, "2026-10-01T00:00:00Z"),
            campaign("Bill", State.DRAFT, null));

    @Test
    void narrowsAndOrdersAsTheAddressSays() {
        assertThat(CampaignList.of("launched", "name").of(all))
                .extracting(CampaignStatus::name)
                .containsExactly("autumn", "Winter");
        assertThat(CampaignList.of("", "next").of(all))
                .extracting(CampaignStatus::name)
                .containsExactly("autumn", "Winter", "Bill");
    }

    @Test
    void takesUnknownWordsForNothing() {
        assertThat(CampaignList.of("'; drop table", "sideways").of(all)).isEqualTo(all);
    }

    @Test
    void offersOnlyStatesThatOccurAndKeepsTheOrder() {
        var choices = CampaignList.of("draft", "name").states(all, english);

        assertThat(choices)
                .extracting(CampaignList.Choice::address)
                .containsExactly(
                        "/campaigns?sort=name",
                        "/campaigns?state=draft&sort=name",
                        "/campaigns?state=launched&sort=name");
        assertThat(choices).extracting(CampaignList.Choice::chosen).containsExactly(false, true, false);
    }

    private static CampaignStatus campaign(String name, State state, @Nullable String next) {
        return new CampaignStatus(
                name.toLowerCase(Locale.ROOT),
                name,
                null,
                state,
                1,
                next == null ? null : Instant.parse(next),
                null,
                null);
    }
}
