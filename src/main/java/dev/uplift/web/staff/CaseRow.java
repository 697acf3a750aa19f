package dev.uplift.web.staff;

import dev.uplift.audience.Customer;
import dev.uplift.followup.Case;
import dev.uplift.followup.Desk;
import dev.uplift.followup.Voice;
import dev.uplift.platform.Metric;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A case in a few words.
 *
 * @param part of the scale to which the score belongs: {@code lower}, {@code middle}, {@code upper}; empty after erasure
 * @param outOf the highest score in words; empty after erasure
 * @param name of the customer, or the number in their home system where no name is known
 * @param comment empty without one
 * @param callBack whether the customer asked to be called
 * @param owner empty while nobody has it
 */
record CaseRow(
        long id,
        int score,
        String part,
        String outOf,
        String name,
        String comment,
        boolean callBack,
        String touchpoint,
        String desk,
        String owner,
        CaseClock clock) {

    /** A case with what is known about it elsewhere; answer and customer are missing once they were erased. */
    record Known(
            Case it,
            Desk desk,
            @Nullable Voice voice,
            @Nullable Customer customer,
            String touchpoint) {}

    static CaseRow of(Known known, Instant now, Wording wording) {
        var it = known.it();
        var voice = known.voice();
        return new CaseRow(
                it.id(),
                it.score(),
                voice == null ? "" : part(voice.metric(), it.score()),
                voice == null
                        ? ""
                        : wording.text("staff.of", wording.count(voice.metric().highest())),
                name(known.customer(), wording),
                voice == null ? "" : voice.comment(),
                voice != null && voice.callBack(),
                known.touchpoint(),
                wording.chosen(known.desk().name()),
                Objects.requireNonNullElse(it.owner(), ""),
                CaseClock.of(it, known.desk().hours(), now, wording));
    }

    private static String part(Metric metric, int score) {
        return metric.part(score).name().toLowerCase(Locale.ROOT);
    }

    private static String name(@Nullable Customer customer, Wording wording) {
        if (customer == null) {
            return wording.text("staff.case.erased");
        }
        var name = Stream.of("firstName", "lastName")
                .map(customer.attributes()::get)
                .filter(Objects::nonNull)
                .map(String::valueOf)
                .collect(Collectors.joining(" "));
        return name.isBlank() ? customer.externalId() : name;
    }
}
