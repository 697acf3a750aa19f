package dev.uplift.web.staff;

import dev.uplift.campaign.CampaignStatus.State;
import java.util.Map;

/**
 * A word on a coloured ground, with an icon that says the same.
 *
 * @param tone {@code live}, {@code ok}, {@code soon}, {@code over} or {@code plain}
 */
record Tag(String tone, String icon, String word) {

    private static final Map<State, Tag> STATES = Map.of(
            State.DRAFT, new Tag("plain", "pencil", "DRAFT"),
            State.LAUNCHED, new Tag("live", "send", "LAUNCHED"),
            State.PAUSED, new Tag("soon", "player-pause", "PAUSED"),
            State.CANCELLED, new Tag("plain", "ban", "CANCELLED"),
            State.FINISHED, new Tag("ok", "circle-check", "FINISHED"));

    private static final Map<String, Tag> VERDICTS = Map.of(
            "PROVEN_WORTH", new Tag("ok", "circle-check", ""),
            "PROVEN_SMALL", new Tag("ok", "circle-check", ""),
            "HARM", new Tag("over", "alert-triangle", ""),
            "NO_RELEVANT_EFFECT", new Tag("plain", "scale", ""),
            "NO_BENEFIT", new Tag("plain", "scale", ""),
            "NOT_ENOUGH", new Tag("soon", "clock", ""),
            "TOO_EARLY", new Tag("soon", "clock", ""),
            "LOT_BROKEN", new Tag("over", "alert-triangle", ""),
            "RESPONSE_BIASED", new Tag("over", "alert-triangle", ""),
            "NO_CONTROL", new Tag("plain", "info-circle", ""));

    private static final Tag OTHER_VERDICT = new Tag("plain", "scale", "");

    static Tag of(State state, Wording wording) {
        var tag = STATES.getOrDefault(state, new Tag("plain", "info-circle", state.name()));
        return new Tag(tag.tone, tag.icon, wording.text("staff.state." + state));
    }

    /** The verdict of a report in a few words. */
    static Tag ofVerdict(String code, Wording wording) {
        var tag = VERDICTS.getOrDefault(code, OTHER_VERDICT);
        return new Tag(tag.tone, tag.icon, wording.word("staff.verdict.", code));
    }
}
