package dev.uplift.survey;

import dev.uplift.platform.Content;
import dev.uplift.platform.Metric;
import dev.uplift.platform.Problem;
import dev.uplift.platform.Secrets;
import dev.uplift.platform.SendId;
import dev.uplift.platform.UpliftSettings;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Surveys, invitations and answers. */
@Component
public class Surveys {

    private static final Logger LOG = LoggerFactory.getLogger(Surveys.class);

    private final DefinitionFolder folder;
    private final SurveyReader reader;
    private final Secrets secrets;
    private final Invitations invitations;
    private final Responses responses;
    private volatile Map<String, Survey> known = Map.of();

    public Surveys(JdbcClient jdbc, Content content, Secrets secrets, UpliftSettings settings) {
        this.folder = new DefinitionFolder(content.campaigns().resolve("surveys"), "campaigns/surveys");
        this.reader = new SurveyReader(settings.company().languages());
        this.secrets = secrets;
        this.invitations = new Invitations(jdbc);
        this.responses = new Responses(jdbc);
        reload();
    }

    /** The keys of all surveys. */
    public Set<String> keys() {
        return known.keySet();
    }

    /** What each survey asks for, by its key. */
    public Map<String, Metric> metrics() {
        return known.values().stream().collect(Collectors.toMap(Survey::key, Survey::metric));
    }

    /** The survey with this key. */
    public Optional<Survey> find(String key) {
        return Optional.ofNullable(known.get(key));
    }

    /** What is wrong with the survey files as they are on disk now. */
    public List<Problem> problems() {
        var problems = new ArrayList<Problem>();
        folder.read(known, reader::read, problems);
        return problems;
    }

    /** Reads the folder again; called at start and when a file changes. */
    public final synchronized void reload() {
        var problems = new ArrayList<Problem>();
        known = folder.read(known, reader::read, problems);
        problems.forEach(problem -> LOG.warn("{}", problem));
    }

    /** Creates the invitations that do not exist yet, in one statement, and gives the token of each. */
    public Map<SendId, String> invite(Collection<Invite> invites, Instant now) {
        var tokens = new LinkedHashMap<SendId, String>();
        var rows = new ArrayList<Invitations.Row>();
        for (var invite : invites) {
            var token = Token.of(invite.send(), secrets);
            tokens.put(invite.send(), token.text());
            rows.add(new Invitations.Row(
                    invite, token, now.plus(required(invite.survey()).expires())));
        }
        invitations.add(rows, OffsetDateTime.ofInstant(now, ZoneOffset.UTC));
        return tokens;
    }

    /** The invitation with this token; reading changes nothing. */
    public Optional<Invitation> find(String token, Instant now) {
        return invitations.find(new Token(token), known, now);
    }

    /** The invitation that this send carried; reading changes nothing. */
    public Optional<Invitation> find(SendId send, Instant now) {
        return invitations.find(Token.of(send, secrets), known, now);
    }

    /**
     * Stores an answer by a link: the first confirms, later ones within 30 days of it amend and leave the first as the one
     * that is analysed. Throws {@link dev.uplift.platform.InvalidInput} if the score is not on the scale.
     *
     * @return whether it was stored; false if the token is unknown or the invitation no longer open
     */
    public boolean answer(String token, Answer answer, Instant now) {
        return given(new Token(token), answer, true, now)
                .map(given -> responses.confirm(given, now) || responses.amend(given, now))
                .orElse(false);
    }

    /** Like {@link #answer(String, Answer, Instant)}, but false, too, if there is an answer already. */
    public boolean confirm(String token, Answer answer, Instant now) {
        return given(new Token(token), answer, true, now)
                .map(given -> responses.confirm(given, now))
                .orElse(false);
    }

    /** Like {@link #answer(String, Answer, Instant)}, but by SMS from the number that this send went to. */
    public boolean answer(SendId send, Answer answer, Instant now) {
        return given(Token.of(send, secrets), answer, false, now)
                .map(given -> responses.confirm(given, now) || responses.amend(given, now))
                .orElse(false);
    }

    private Optional<Responses.Given> given(Token token, Answer answer, boolean byLink, Instant now) {
        return invitations
                .find(token, known, now)
                .map(invitation -> new Responses.Given(
                        token, invitation.survey().metric(), Words.clean(answer, invitation), byLink));
    }

    private Survey required(String key) {
        return find(key)
                .orElseThrow(() -> new IllegalStateException(
                        "There is no survey '" + key + "'; add campaigns/surveys/" + key + ".yaml"));
    }
}
