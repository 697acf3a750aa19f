package dev.uplift.campaign;

import dev.uplift.identity.Actor;
import dev.uplift.identity.AuditLog;
import dev.uplift.platform.InvalidInput;
import dev.uplift.platform.Problem;
import dev.uplift.platform.RunId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The campaigns, their versions and their runs. */
@Component
public class Campaigns {

    private static final Logger log = LoggerFactory.getLogger(Campaigns.class);

    private final Versions versions;
    private final Definitions definitions;
    private final Lifecycle lifecycle;
    private final Runs runs;
    private final CampaignFolder folder;
    private final AuditLog audit;
    private volatile List<Problem> problems = List.of();

    Campaigns(
            Versions versions,
            Definitions definitions,
            Lifecycle lifecycle,
            Runs runs,
            CampaignFolder folder,
            AuditLog audit) {
        this.versions = versions;
        this.definitions = definitions;
        this.lifecycle = lifecycle;
        this.runs = runs;
        this.folder = folder;
        this.audit = audit;
    }

    /** All campaigns, the one that changed last first. */
    public List<CampaignStatus> list() {
        return lifecycle.standings(null).stream().map(this::status).toList();
    }

    /** Where a campaign stands. */
    public Optional<CampaignStatus> status(String key) {
        return lifecycle.standings(key).stream().map(this::status).findFirst();
    }

    /** The current version of a campaign. */
    public Optional<Campaign> find(String key) {
        return definitions.current(key);
    }

    /** The version that a run executes. */
    public Campaign of(Run run) {
        return of(run.campaign(), run.version());
    }

    /** A version that was kept. */
    public Campaign of(String key, int version) {
        return definitions.of(key, version);
    }

    /** The YAML of the current version. */
    public Optional<String> source(String key) {
        return versions.current(key).flatMap(version -> versions.source(key, version));
    }

    /** Stores a new draft version unless the text is the current one; throws {@link InvalidInput}. */
    @Transactional
    public Campaign save(String key, String yaml, Actor actor, Instant now) {
        refuse(check(key, yaml));
        versions.save(key, yaml, actor, now)
                .ifPresent(version -> audit.record(actor, "campaign.save", key + " version " + version));
        return find(key).orElseThrow();
    }

    /** What is wrong with a definition, in the order of its text; empty if nothing is. */
    public List<Problem> check(String key, String yaml) {
        return definitions.check(key, yaml);
    }

    /** What was wrong with files of the campaigns folder when it was last read. */
    public List<Problem> problems() {
        return problems;
    }

    /** Reads the campaigns folder again; a changed file becomes a new draft version. */
    public void reload(Instant now) {
        problems = folder.load(now);
    }

    /**
     * Puts the current version into force; throws {@link IllegalState} if it is in force already, paused or cancelled, or if
     * its start is past, and {@link InvalidInput} if something it names is gone.
     */
    @Transactional
    public void launch(String key, Actor actor, Instant now) {
        lifecycle.refuseUnlessLaunchable(key);
        source(key).ifPresent(yaml -> refuse(check(key, yaml)));
        var campaign = find(key).orElseThrow();
        lifecycle.launch(campaign, firstRun(campaign, now), actor, now);
    }

    /** No new send of it goes out until it is resumed. */
    @Transactional
    public void pause(String key, Actor actor, Instant now) {
        lifecycle.pause(key, actor, now);
    }

    /** Pauses on Uplift's own account, so that a person looks at the cause; nothing happens unless it is in force. */
    @Transactional
    public void halt(String key, String cause, Instant now) {
        if (status(key)
                .filter(known -> known.state() == CampaignStatus.State.LAUNCHED)
                .isPresent()) {
            lifecycle.pause(key, Actor.UPLIFT, now);
            log.warn("Campaign {} is paused: {}", key, cause);
        }
    }

    /** Ends a pause; a run that came due meanwhile begins now, one of a recurring campaign at its next time. */
    @Transactional
    public void resume(String key, Actor actor, Instant now) {
        var next = lifecycle
                .launchedVersion(key)
                .map(version -> definitions.of(key, version))
                .flatMap(campaign -> definitions.timetable(campaign).next(now));
        lifecycle.resume(key, next.orElse(now), actor, now);
    }

    /** Ends the campaign for good. */
    @Transactional
    public void cancel(String key, Actor actor, Instant now) {
        lifecycle.cancel(key, actor, now);
    }

    /**
     * Opens the runs that are due and gives all that wait to be planned. A run that is more than 30 minutes late is held, and
     * its campaign paused until a person resumes it.
     */
    public List<Run> due(Instant now) {
        new Opening(runs, definitions).openDue(now);
        return runs.waiting(now);
    }

    /** The run has been planned and may send; gives the run back. */
    public RunId planned(RunId run) {
        runs.planned(run);
        return run;
    }

    /** Every send of the run has its end state; gives the run back. */
    @Transactional
    public RunId finished(RunId run, Instant now) {
        runs.finished(run, now);
        return run;
    }

    /** Lets a run that is over send once more; false if it, or its campaign, was cancelled. */
    @Transactional
    public boolean reopen(RunId run, Instant now) {
        return runs.reopened(run, now);
    }

    /** Lets a run that is over or was cancelled send once more; throws {@link IllegalState} if it never was planned. */
    @Transactional
    public void revive(RunId run, Instant now) {
        runs.revive(run, now);
        if (!runs.reopened(run, now)) {
            throw new IllegalState("This run was cancelled before it was planned. Copy the definition to a new key.");
        }
    }

    /** When a run was due that came more than 30 minutes late, if the campaign is paused for that. */
    public Optional<Instant> missed(String key) {
        return runs.missed(key);
    }

    /** The next instant at which a run is due. */
    public Optional<Instant> nextDue() {
        return runs.nextDue();
    }

    /** The runs of a campaign, the newest first. */
    public List<Run> runs(String key) {
        return runs.of(key);
    }

    private Instant firstRun(Campaign campaign, Instant now) {
        var timetable = definitions.timetable(campaign);
        timetable
                .start()
                .filter(start -> now.isAfter(start.plus(Opening.GRACE)))
                .ifPresent(start -> {
                    throw new IllegalState("Campaign '" + campaign.key() + "' was to start at "
                            + campaign.schedule().start() + ", which is past. Change schedule.start, or remove it to"
                            + " start at launch.");
                });
        return timetable
                .first(now)
                .orElseThrow(() -> new IllegalState("Campaign '" + campaign.key() + "' would never run: '"
                        + campaign.schedule().cron() + "' has no time left. Change schedule.cron."));
    }

    private CampaignStatus status(Lifecycle.Standing standing) {
        var campaign = definitions.of(standing.key(), standing.version());
        return new CampaignStatus(
                standing.key(),
                campaign.name(),
                campaign.owner(),
                standing.state(),
                standing.version(),
                standing.nextRunAt(),
                standing.launchedAt(),
                standing.launchedBy());
    }

    private static void refuse(List<Problem> problems) {
        if (!problems.isEmpty()) {
            throw new InvalidInput(problems);
        }
    }
}
