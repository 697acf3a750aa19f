package dev.uplift.web.staff;

import dev.uplift.audience.Customer;
import dev.uplift.followup.Case;
import dev.uplift.followup.Desk;
import dev.uplift.followup.Draft;
import dev.uplift.followup.Letters;
import dev.uplift.platform.Medium;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What can be, and was, written to the customer of a case. */
@Component
class CaseLetters {

    private final Letters letters;

    CaseLetters(Letters letters) {
        this.letters = letters;
    }

    List<LetterCard> cards(Case it, Desk desk, @Nullable Customer customer, Wording wording) {
        var drafts = letters.drafts(it.id());
        return Stream.of(Medium.EMAIL, Medium.SMS)
                .map(medium -> new LetterCard(
                        medium.key(),
                        wording.text("staff.case.write." + medium.key()),
                        address(customer, medium),
                        refusal(it, medium, wording),
                        templates(desk, medium, wording),
                        writing(drafts, medium, wording)))
                .toList();
    }

    Optional<Outbox> outbox(long id, Instant now, Wording wording) {
        return letters.newest(id).map(letter -> Outbox.of(letter, now, wording));
    }

    private String refusal(Case it, Medium medium, Wording wording) {
        return letters.refusal(it, medium)
                .map(reason -> wording.text(
                        "staff.case.write.refused",
                        wording.word("staff.channel.", medium.key()),
                        wording.word("staff.reason.", reason)))
                .orElse("");
    }

    private Select templates(Desk desk, Medium medium, Wording wording) {
        var keys = letters.templates(desk, medium);
        return Select.of("template", wording.text("staff.case.write.template"), keys.stream(), "", key -> key);
    }

    private static LetterCard.@Nullable Writing writing(List<Draft> drafts, Medium medium, Wording wording) {
        return drafts.stream()
                .filter(draft -> draft.channel().equals(medium.key()))
                .map(draft -> new LetterCard.Writing(draft.subject(), draft.text(), draft.key(), saved(draft, wording)))
                .findFirst()
                .orElse(null);
    }

    static String saved(Draft draft, Wording wording) {
        return wording.text("staff.case.write.saved", wording.time(draft.savedAt()));
    }

    private static String address(@Nullable Customer customer, Medium medium) {
        var address = customer == null ? null : medium == Medium.EMAIL ? customer.email() : customer.phone();
        return Objects.requireNonNullElse(address, "");
    }
}
