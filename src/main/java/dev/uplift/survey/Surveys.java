package dev.uplift.survey;

import dev.uplift.platform.Problem;
import dev.uplift.platform.SendId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Surveys, invitations and answers. */
@Component
public class Surveys {

    /** The keys of all surveys. */
    public Set<String> keys() {
        throw new UnsupportedOperationException("not built yet");
    }

    /** The survey with this key. */
    public Optional<Survey> find(String key) {
        throw new UnsupportedOperationException("not built yet");
    }

    /** What is wrong with the survey files as they are on disk now. */
    public List<Problem> problems() {
        throw new UnsupportedOperationException("not built yet");
    }

    /** Reads the folder again; called at start and when a file changes. */
    public void reload() {
        throw new UnsupportedOperationException("not built yet");
    }

    /** Creates the invitations that do not exist yet, in one statement, and gives the token of each. */
    public Map<SendId, String> invite(Collection<Invite> invites, Instant now) {
        throw new UnsupportedOperationException("not built yet");
    }

    /** The invitation with this token; reading changes nothing. */
    public Optional<Invitation> find(String token, Instant now) {
        throw new UnsupportedOperationException("not built yet");
    }

    /**
     * Stores an answer: the first confirms, later ones amend and leave the first as the one that is analysed.
     *
     * @return whether it was stored; false if the token is unknown or the invitation no longer open
     */
    public boolean answer(String token, Answer answer, Instant now) {
        throw new UnsupportedOperationException("not built yet");
    }
}
