package dev.uplift.campaign;

import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When a campaign runs and at which hours it may contact people.
 *
 * @param start local date and time of the only run; null starts at launch
 * @param cron Quartz expression of a recurring campaign, or null
 * @param zone an IANA zone, or {@code recipient} for each customer's own
 * @param opens earliest local time of a contact, or null
 * @param closes latest local time of a contact, or null
 * @param except {@code sunday}, {@code saturday}, {@code holiday}
 */
public record Schedule(
        @Nullable LocalDateTime start,
        @Nullable String cron,
        String zone,
        @Nullable LocalTime opens,
        @Nullable LocalTime closes,
        List<String> except) {}
