package dev.uplift.web.staff;

import dev.uplift.followup.Proposal;
import dev.uplift.platform.InvalidInput;
import dev.uplift.platform.Problem;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What somebody fills in to propose or change an improvement; what is missing is empty.
 *
 * @param cases numbers of cases, parted by commas or spaces
 * @param desk with cause and days: all cases of a root cause of the last days
 */
record ImprovementForm(
        String title, String cases, String desk, String cause, String days, String owner, String due, String campaign) {

    ImprovementForm(
            @Nullable String title,
            @Nullable String cases,
            @Nullable String desk,
            @Nullable String cause,
            @Nullable String days,
            @Nullable String owner,
            @Nullable String due,
            @Nullable String campaign) {
        this.title = text(title);
        this.cases = text(cases);
        this.desk = text(desk);
        this.cause = text(cause);
        this.days = text(days);
        this.owner = text(owner);
        this.due = text(due);
        this.campaign = text(campaign);
    }

    /** Throws {@link InvalidInput} for whatever cannot be used. */
    Proposal proposal(Instant now) {
        var whole = cases.isEmpty() && !cause.isEmpty();
        return new Proposal(
                title,
                Stream.of(cases.split("[,;\\s]+"))
                        .filter(number -> !number.isEmpty())
                        .map(ImprovementForm::number)
                        .toList(),
                desk.isEmpty() ? null : desk,
                cause.isEmpty() ? null : cause,
                whole ? now.minus(Duration.ofDays(EffectPage.Span.of(days).days())) : null,
                details());
    }

    Proposal.Details details() {
        try {
            return new Proposal.Details(
                    owner, due.isEmpty() ? null : LocalDate.parse(due), campaign.isEmpty() ? null : campaign);
        } catch (DateTimeParseException e) {
            throw new InvalidInput(
                    List.of(Problem.error("due", "'" + due + "' is no day.", "Write a day such as 2026-12-31.")));
        }
    }

    /** Something in the field that cannot be used. */
    static InvalidInput refusal(String field, String what) {
        return new InvalidInput(List.of(Problem.error(field, what, "Leave it empty, or choose one that is there.")));
    }

    private static Long number(String text) {
        try {
            return Long.valueOf(text);
        } catch (NumberFormatException e) {
            throw new InvalidInput(List.of(
                    Problem.error("cases", "'" + text + "' is no case number.", "Write numbers, such as 12, 17.")));
        }
    }

    private static String text(@Nullable String given) {
        return Objects.requireNonNullElse(given, "").strip();
    }
}
