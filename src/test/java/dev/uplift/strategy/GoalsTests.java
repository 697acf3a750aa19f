package dev.uplift.strategy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.uplift.campaign.Campaigns;
import dev.uplift.campaign.TestCampaigns;
import dev.uplift.identity.Actor;
import dev.uplift.impact.insights.Panel;
import dev.uplift.impact.stats.Classes;
import dev.uplift.platform.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Customers answer, the answers are counted, and the goals say where they stand. */
class GoalsTests {

    private static final String PROMISE = """
            name: { de: Klare Rechnungen, en: Clear bills }
            serves: efficiency
            owner: billing
            key-results:
              - name: { de: Nach der Rechnung, en: After the bill }
                metric: nps
                kind: transactional
                touchpoint: annual-bill
                start: 2026-10-01
                target: 60
                by: 2026-12-31
                window: 30d
              - name: { de: Firmen, en: Businesses }
                metric: nps
                kind: transactional
                segment: business
                from: 0
                start: 2026-10-01
                target: 60
                by: 2026-12-31
                window: 30d
            """;

    private static final String CAMPAIGN = """
            name: %s
            %s
            purpose: service
            audience: { attribute: product, is: gas }
            steps:
              - send: letter
            """;

    private static final String VERDICT = """
            {"campaign": "%s", "asOf": "2026-11-20T08:00:00Z", "verdict": {"code": "%s", "text": {"de": "Es wirkt.", "en": "It works."}}}""";

    @TempDir
    Path folder;

    private final Panel panel = new Panel(120);
    private final Campaigns campaigns = TestCampaigns.in(panel.jdbc, Path.of("target"));

    @BeforeEach
    void promise() throws IOException {
        Files.createDirectories(folder.resolve("campaigns/surveys"));
        Files.createDirectories(folder.resolve("campaigns/goals"));
        for (var survey : List.of("nps-annual-bill.yaml", "nps-service.yaml")) {
            Files.copy(
                    Path.of("campaigns/surveys", survey),
                    folder.resolve("campaigns/surveys").resolve(survey));
        }
        Files.writeString(folder.resolve("campaigns/goals/clear-bills.yaml"), PROMISE);
    }

    @Test
    void judgesWhatCustomersAnsweredAgainstWhatTheyAnsweredBeforeTheStart() {
        panel.segments.save("business", "{attribute: sort, is: business}", Panel.NOW);
        many(1, 40, "nps-annual-bill", 0, "2026-09-20");
        many(1, 90, "nps-annual-bill", 10, "2026-11-10");
        many(91, 120, "nps-service", 3, "2026-11-10");
        many(1, 40, "nps-annual-bill", 10, "2026-08-31");
        panel.count();

        var keyResults = board().promises().get(0).keyResults();

        assertThat(keyResults.get(0).now()).isEqualTo(new Classes(0, 0, 90));
        assertThat(keyResults.get(0).from())
                .isEqualTo(new Classes(40, 0, 0).range().clipped(100));
        assertThat(keyResults.get(0).state()).isEqualTo(State.REACHED);
        assertThat(keyResults.get(1).now()).isEqualTo(new Classes(15, 0, 45));
        assertThat(keyResults.get(1).state()).isEqualTo(State.UNCLEAR);
        assertThat(board().count(State.UNCLEAR)).isEqualTo(1);
    }

    @Test
    void joinsCampaignsAndTheirNewestKeptVerdicts() {
        save("clear", "owner: billing\nserves: promise/clear-bills");
        save("lost", "owner: billing\nserves: promise/clear-skies");
        save("orphan", "serves: promise/clear-bills");
        look(1, "clear", "NOT_ENOUGH");
        look(1, "clear", "PROVEN_SMALL");
        look(2, "lost", "PROVEN_WORTH");
        look(2, "lost", "NOT_ENOUGH");

        var board = board();

        assertThat(board.promises().get(0).campaigns())
                .extracting(Contribution::key)
                .containsExactlyInAnyOrder("clear", "orphan");
        assertThat(board.provenWins()).extracting(Contribution::key).containsExactly("clear");
        assertThat(board.provenWins().get(0).verdict())
                .satisfies(verdict -> assertThat(verdict.text()).containsEntry("en", "It works."));
        assertThat(board.unlinked()).extracting(Contribution::key).containsExactlyInAnyOrder("lost", "orphan");
    }

    @Test
    void forgetsCancelledCampaigns() {
        save("lost", "serves: promise/clear-skies");
        panel.jdbc.sql("update campaign.campaign set state = 'CANCELLED'").update();

        assertThat(board().unlinked()).isEmpty();
    }

    @Test
    void keepsThePromiseThatWasThereWhileItsFileIsBrokenAndTakesTheMendedOneOver() throws IOException {
        var promises = TestGoals.promises(panel.jdbc, folder);
        var file = folder.resolve("campaigns/goals/clear-bills.yaml");

        Files.writeString(file, PROMISE.replace("serves: efficiency", "serves: fame"));
        promises.reload();

        assertThat(promises.all()).extracting(Promise::serves).containsExactly(Aim.EFFICIENCY);
        assertThat(promises.problems())
                .extracting(Problem::line)
                .as("the aim, and a segment that is not defined")
                .containsExactly(2, 16);
        Files.writeString(file, PROMISE.replace("serves: efficiency", "serves: growth"));
        promises.reload();
        assertThat(promises.all()).extracting(Promise::serves).containsExactly(Aim.GROWTH);
    }

    private Board board() {
        return TestGoals.in(panel.jdbc, folder, campaigns).board(Panel.NOW);
    }

    private void many(int first, int last, String survey, int score, String day) {
        for (var customer = first; customer <= last; customer++) {
            panel.answer(customer, survey, "email", score, day + "T10:00:00Z");
        }
    }

    private void save(String key, String lines) {
        campaigns.save(key, CAMPAIGN.formatted(key, lines), Actor.UPLIFT, Panel.NOW);
    }

    private void look(long run, String campaign, String code) {
        panel.jdbc.sql("""
                insert into impact.plan (run_id, campaign_key, document, sha256, locked_at)
                values (:run, :campaign, '{}', '', now())
                    on conflict do nothing""").param("run", run).param("campaign", campaign).update();
        panel.jdbc
                .sql("""
                insert into impact.analysis (run_id, as_of, engine, input_sha256, input, result, code)
                values (:run, now(), '1', sha256(:code::bytea), '{}', :result, :code)""")
                .param("run", run)
                .param("code", code)
                .param("result", VERDICT.formatted(campaign, code))
                .update();
    }
}
