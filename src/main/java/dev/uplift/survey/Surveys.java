package dev.uplift.survey;

import dev.uplift.platform.Content;
import dev.uplift.platform.Metric;
import dev.uplift.platform.Problem;
import dev.uplift.platform.Secrets;
import dev.uplift.platform.SendId;
import dev.uplift.platform.UpliftSettings;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Surveys, invitations and answers. */
@Component
public class Surveys {

    private final Library library;
    private final Secrets secrets;
    private final Invitations invitations;
    private final Responses responses;
    private final AnonymousAnswers anonymous;
    private final SurveyVersions versions;
    private final Turnouts turnouts;

    public Surveys(JdbcClient jdbc, Content content, Secrets secrets, UpliftSettings settings) {
        this.library = new Library(content, settings.company().languages());
        this.secrets = secrets;
        this.invitations = new Invitations(jdbc);
        this.responses = new Responses(jdbc);
        this.anonymous = new AnonymousAnswers(jdbc, ZoneId.of(settings.company().zone()));
        this.versions = new SurveyVersions(jdbc);
        this.turnouts = new Turnouts(jdbc);
    }

    /** The keys of all surveys. */
    public Set<String> keys() {
        return library.known().keySet();
    }

    /** All surveys in force, by key. */
    public Map<String, Survey> all() {
        return library.known();
    }

    /** What each survey asks for, by its key. */
    public Map<String, Metric> metrics() {
        return all().values().stream().collect(Collectors.toMap(Survey::key, Survey::metric));
    }

    /** Keys of the surveys whose answers nothing joins with customers. */
    public Set<String> anonymous() {
        return all().values().stream()
                .filter(survey -> survey.mode() == Mode.ANONYMOUS)
                .map(Survey::key)
                .collect(Collectors.toSet());
    }

    /** The survey with this key. */
    public Optional<Survey> find(String key) {
        return Optional.ofNullable(all().get(key));
    }

    /** What is wrong with the survey files as they are on disk now. */
    public List<Problem> problems() {
        return library.problems();
    }

    /** Reads the folder again and keeps texts that are new; called at start and when a file changes. */
    public void reload(Instant now) {
        library.reload();
        versions.keep(library.versions(), now);
    }

    /** The text of a definition as it is on disk, though it may have errors; empty if there is none of this key. */
    public Optional<String> source(String key) {
        return library.source(key);
    }

    /** Reads a text without putting it in force. */
    public Draft draft(String key, String text) {
        return library.draft(key, text);
    }

    /**
     * Puts a text in force. Throws {@link dev.uplift.platform.InvalidInput} if it has errors, and {@link SurveyChanged} if the
     * text on disk is not the one that the author began with.
     *
     * @param before the hash of the text begun with, empty for none, or null to replace whatever is there
     */
    public void save(String key, String text, @Nullable String before, Instant now) {
        library.save(key, text, before);
        versions.keep(library.versions(), now);
    }

    /** How many were invited since then and how many of all answers came since then, by key of the survey. */
    public Map<String, Turnout> turnouts(Instant since) {
        return turnouts.since(since);
    }

    /** Creates the invitations that do not exist yet, in one statement, and gives the token of each. */
    public Map<SendId, String> invite(Collection<Invite> invites, Instant now) {
        var tokens = new LinkedHashMap<SendId, String>();
        var rows = new ArrayList<Invitations.Row>();
        for (var invite : invites) {
            var token = Token.of(invite.send(), secrets);
            tokens.put(invite.send(), token.text());
            var survey = required(invite.survey());
            rows.add(new Invitations.Row(invite, token, survey, now.plus(survey.expires())));
        }
        invitations.add(rows, OffsetDateTime.ofInstant(now, ZoneOffset.UTC));
        return tokens;
    }

    /** The invitation with this token; reading changes nothing. */
    public Optional<Invitation> find(String token, Instant now) {
        return invitations.find(new Token(token), all(), now);
    }

    /** The invitation that this send carried; reading changes nothing. */
    public Optional<Invitation> find(SendId send, Instant now) {
        return invitations.find(Token.of(send, secrets), all(), now);
    }

    /**
     * Stores an answer by a link: the first confirms, later ones amend and leave the first score as the one that is analysed.
     * The score can be changed within 30 days of it, everything else within 7; an anonymous answer never. Throws
     * {@link dev.uplift.platform.InvalidInput} if the score is not on the scale.
     *
     * @return whether it was stored; false if the token is unknown or the invitation no longer open
     */
    public boolean answer(String token, Answer answer, Instant now) {
        return store(
                new Token(token),
                answer,
                true,
                post -> responses.confirm(post, now) || responses.amend(post, now),
                now);
    }

    /** Like {@link #answer(String, Answer, Instant)}, but false, too, if there is an answer already. */
    public boolean confirm(String token, Answer answer, Instant now) {
        return store(new Token(token), answer, true, post -> responses.confirm(post, now), now);
    }

    /** Like {@link #answer(String, Answer, Instant)}, but by SMS from the number that this send went to; never anonymous. */
    public boolean answer(SendId send, Answer answer, Instant now) {
        var token = Token.of(send, secrets);
        return store(token, answer, false, post -> responses.confirm(post, now) || responses.amend(post, now), now);
    }

    /** Removes what might join the anonymous answers of the days before with people: their order and common transactions. */
    public Instant mix(Instant now) {
        anonymous.mix(now);
        return now;
    }

    private boolean store(
            Token token, Answer answer, boolean byLink, Predicate<Responses.Post> identified, Instant now) {
        var found = invitations.find(token, all(), now);
        if (found.isEmpty()) {
            return false;
        }
        var survey = found.get().survey();
        var clean = Words.clean(answer, found.get());
        return found.get().mode() == Mode.ANONYMOUS
                ? byLink && anonymous.add(token, survey, clean, now)
                : identified.test(new Responses.Post(token, survey, clean, byLink));
    }

    private Survey required(String key) {
        return find(key)
                .orElseThrow(() -> new IllegalStateException(
                        "There is no survey '" + key + "'; add campaigns/surveys/" + key + ".yaml"));
    }
}
