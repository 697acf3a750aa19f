package dev.uplift.web.staff;

import dev.uplift.followup.Desk;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * Everything on the page about the effect of a desk.
 *
 * @param days how far the figures go back
 * @param reports one for each metric; empty before the first case
 */
record EffectPage(
        String key,
        String name,
        int days,
        List<CampaignList.Choice> desks,
        List<CampaignList.Choice> spans,
        List<EffectCard> reports,
        DeskCard figures) {

    /** How far the figures go back. */
    enum Span {
        MONTH(30),
        QUARTER(90),
        YEAR(365);

        private final int days;

        Span(int days) {
            this.days = days;
        }

        /** What the address asks for, or a quarter. */
        static Span of(String days) {
            return Stream.of(values())
                    .filter(span -> String.valueOf(span.days).equals(days))
                    .findFirst()
                    .orElse(QUARTER);
        }

        int days() {
            return days;
        }

        Instant before(Instant now) {
            return now.minus(Duration.ofDays(days));
        }

        String address(Desk desk) {
            return "/cases/effect?desk=" + desk.key() + "&days=" + days;
        }
    }

    static List<CampaignList.Choice> desks(List<Desk> all, Desk shown, Span span, Wording wording) {
        return all.size() < 2
                ? List.of()
                : all.stream()
                        .map(desk -> new CampaignList.Choice(
                                wording.chosen(desk.name()),
                                span.address(desk),
                                desk.key().equals(shown.key()),
                                ""))
                        .toList();
    }

    static List<CampaignList.Choice> spans(Desk desk, Span shown, Wording wording) {
        return Stream.of(Span.values())
                .map(span -> new CampaignList.Choice(
                        wording.text("staff.effect.days", span.days()), span.address(desk), span == shown, ""))
                .toList();
    }
}
