package dev.uplift.campaign;

import dev.uplift.identity.Actor;
import dev.uplift.platform.Problem;
import dev.uplift.platform.RunId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The campaigns, their versions and their runs. */
@Component
public class Campaigns {

    /** All campaigns, the newest first. */
    public List<CampaignStatus> list() {
        throw new UnsupportedOperationException("not built yet");
    }

    /** Where a campaign stands. */
    public Optional<CampaignStatus> status(String key) {
        throw new UnsupportedOperationException("not built yet");
    }

    /** The current version of a campaign. */
    public Optional<Campaign> find(String key) {
        throw new UnsupportedOperationException("not built yet");
    }

    /** The version that a run executes. */
    public Campaign of(Run run) {
        throw new UnsupportedOperationException("not built yet");
    }

    /** The YAML of the current version. */
    public Optional<String> source(String key) {
        throw new UnsupportedOperationException("not built yet");
    }

    /** Stores a new draft version unless the text is the current one; throws {@link dev.uplift.platform.InvalidInput}. */
    public Campaign save(String key, String yaml, Actor actor, Instant now) {
        throw new UnsupportedOperationException("not built yet");
    }

    /** What is wrong with a definition; empty if nothing is. */
    public List<Problem> check(String key, String yaml) {
        throw new UnsupportedOperationException("not built yet");
    }

    /** What was wrong with files of the campaigns folder when it was last read. */
    public List<Problem> problems() {
        throw new UnsupportedOperationException("not built yet");
    }

    /** Reads the campaigns folder again; a changed file becomes a new draft version. */
    public void reload(Instant now) {
        throw new UnsupportedOperationException("not built yet");
    }

    /** Puts the current version into force; throws {@link IllegalState} if it is in force already or cancelled. */
    public void launch(String key, Actor actor, Instant now) {
        throw new UnsupportedOperationException("not built yet");
    }

    /** No new send of it goes out until it is resumed. */
    public void pause(String key, Actor actor, Instant now) {
        throw new UnsupportedOperationException("not built yet");
    }

    /** Ends a pause. */
    public void resume(String key, Actor actor, Instant now) {
        throw new UnsupportedOperationException("not built yet");
    }

    /** Ends the campaign for good. */
    public void cancel(String key, Actor actor, Instant now) {
        throw new UnsupportedOperationException("not built yet");
    }

    /** Opens the runs that are due and gives all that wait to be planned. */
    public List<Run> due(Instant now) {
        throw new UnsupportedOperationException("not built yet");
    }

    /** The run has been planned and may send; gives the run back. */
    public RunId planned(RunId run) {
        throw new UnsupportedOperationException("not built yet");
    }

    /** Every send of the run has its end state; gives the run back. */
    public RunId finished(RunId run, Instant now) {
        throw new UnsupportedOperationException("not built yet");
    }

    /** The next instant at which a run is due. */
    public Optional<Instant> nextDue() {
        throw new UnsupportedOperationException("not built yet");
    }

    /** The runs of a campaign, the newest first. */
    public List<Run> runs(String key) {
        throw new UnsupportedOperationException("not built yet");
    }
}
