package dev.uplift.web.staff;

import dev.uplift.followup.Desk;
import dev.uplift.followup.Improvement;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An improvement in a list.
 *
 * @param cause why customers were unhappy, in words; empty without one
 * @param due in words; empty without a day
 */
record ImprovementRow(
        long id,
        String title,
        Tag state,
        String owner,
        String due,
        String cause,
        String cases,
        @Nullable String campaign) {

    private static final Map<Improvement.State, Tag> STATES = Map.of(
            Improvement.State.PROPOSED, new Tag("soon", "pencil", ""),
            Improvement.State.DOING, new Tag("live", "player-play", ""),
            Improvement.State.DONE, new Tag("ok", "circle-check", ""),
            Improvement.State.DROPPED, new Tag("plain", "ban", ""));

    static ImprovementRow of(Improvement it, @Nullable Desk desk, Wording wording) {
        var tag = Objects.requireNonNull(STATES.get(it.state()), "Every state has a tag");
        var due = it.due();
        var cause = it.rootCause();
        return new ImprovementRow(
                it.id(),
                it.title(),
                new Tag(tag.tone(), tag.icon(), wording.text("staff.improvement.state." + it.state())),
                it.owner(),
                due == null ? "" : wording.date(due),
                cause == null ? "" : desk == null ? cause : DeskCard.cause(desk, cause, wording),
                wording.count(it.cases()),
                it.campaign());
    }
}
