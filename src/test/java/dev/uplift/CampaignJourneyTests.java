package dev.uplift;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.store.FolderException;
import dev.uplift.channel.Channel;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The whole product with real parts: PostgreSQL, SMTP, Twilio's SDK, HTTP. */
class CampaignJourneyTests extends Journey {

    private static final OutsideWorld world = new OutsideWorld();

    @DynamicPropertySource
    static void realParts(DynamicPropertyRegistry settings) {
        world.open(settings);
        settings.add(
                "uplift.home", () -> "target/journey-" + ProcessHandle.current().pid());
    }

    @AfterAll
    static void closeTheWorld() {
        world.close();
    }

    @Autowired
    private List<Channel> channels;

    @BeforeEach
    void beginAnew() throws FolderException {
        world.forget();
        awaitProviders();
    }

    /** A test in which a provider fails makes us leave it alone for a moment. */
    private void awaitProviders() {
        for (var turn = 0;
                turn < 100
                        && channels.stream().anyMatch(channel -> channel.lane().isEmpty());
                turn++) {
            LockSupport.parkNanos(100_000_000);
        }
    }

    @Test
    void leadsFromADefinitionToAReport() {
        arrive(BillCustomers.customers(200), 200);
        // so many that no lot leaves the report with too few answers
        define(BillCustomers.DEFINITION.replace("hold-out: 30%", "hold-out: 40%"));

        launch();
        stages.wakeDue(clock.instant());
        var contacted = world.messages();
        clock.simulate(TUESDAY_NOON.plus(Duration.ofDays(7)));
        stages.wakeDue(clock.instant());
        world.invitations().forEach(survey -> new SurveyTaker().answer(survey, 9, "Alles klar"));

        var status = get("/api/campaigns/" + campaign);
        var report = get("/api/campaigns/" + campaign + "/report");
        assertThat(contacted).isBetween(90, 150);
        assertThat(status.at("/toContact").asLong()).isEqualTo(contacted);
        assertThat(status.at("/counts/ACCEPTED").asLong()).isEqualTo(contacted);
        assertThat(status.at("/holdOut").asLong()).isEqualTo(200 - contacted);
        assertThat(report.at("/arms/treated/answered").asLong()).isEqualTo(contacted);
        assertThat(report.at("/arms/holdOut/answered").asLong()).isEqualTo(200 - contacted);
        assertThat(report.at("/arms/treated/promoters").asLong()).isEqualTo(contacted);
        assertThat(report.at("/verdict/code").asString()).isEqualTo("NOT_ENOUGH");
    }

    @Test
    void keepsLooksAndDecisionsAndTriesThePlan() {
        arrive(BillCustomers.customers(200), 200);
        define(BillCustomers.DEFINITION);
        var address = "/api/campaigns/" + campaign;
        var outlook = simulate(address, "{\"people\": 500, \"worlds\": 5, \"effect\": 12}");
        launch();
        stages.wakeDue(clock.instant());

        var report = get(address + "/report");
        var looks = get(address + "/looks");
        var decided = post(address + "/decisions", "{\"text\": \"Once more.\"}");

        assertThat(outlook.at("/assumption/effect").asDouble()).isEqualTo(12);
        assertThat(outlook.at("/assumption/correlation").asDouble()).isEqualTo(.7);
        assertThat(outlook.at("/looks")).hasSize(6);
        assertThat(looks).hasSize(1);
        assertThat(get(address + "/looks/" + looks.at("/0/id").asLong())).isEqualTo(report);
        assertThat(decided.value()).isEqualTo(201);
        assertThat(post(address + "/decisions", "{}").value()).isEqualTo(422);
        assertThat(post(address + "/simulate", "{\"people\": 1}").value()).isEqualTo(422);
        assertThat(get(address + "/decisions").at("/0/text").asString()).isEqualTo("Once more.");
        assertThat(page("/campaigns/" + campaign + "/report")).contains("Once more.", "Drawn by lot");
        assertThat(page("/campaigns/" + campaign + "/sends?arm=hold-out&kind=message"))
                .contains("held out");
        assertThat(page("/campaigns/" + campaign + "/plan?effect=12&people=500&answers=30"))
                .contains("v-too-early");
        assertThat(page(address + "/report.csv")).contains("arms,treated,assigned,");
    }

    @Test
    void warnsOfAPromiseThatDoesNotExistAndShowsWhatIsNotLinked() {
        arrive(BillCustomers.customers(5), 5);
        define(BillCustomers.DEFINITION.replace("purpose:", "serves: promise/clear-bils\npurpose:"));

        var problem = plan("").at("/problems/0");
        var unlinked = get("/api/goals").at("/unlinked");

        assertThat(problem.at("/severity").asString()).isEqualTo("WARNING");
        assertThat(problem.at("/where").asString()).isEqualTo("serves");
        assertThat(problem.at("/remedy").asString()).isEqualTo("Did you mean 'promise/clear-bills'?");
        assertThat(unlinked).anySatisfy(one -> {
            assertThat(one.at("/key").asString()).isEqualTo(campaign);
            assertThat(one.at("/serves").asString()).isEqualTo("promise/clear-bils");
        });
        assertThat(page("/goals")).contains(campaign, "promise/clear-bils");
    }

    @Test
    void reachesPeopleOnTheChannelTheyPrefer() {
        arrive(BillCustomers.customers(50), 50);
        define(BillCustomers.DEFINITION.replace("hold-out: 30%", "hold-out: 0%"));

        launch();
        stages.wakeDue(clock.instant());

        assertThat(world.mails().size()).isEqualTo(40);
        assertThat(world.texts().size()).isEqualTo(10);
        assertThat(world.texts()).allSatisfy(text -> assertThat(text).contains("Nordwerk"));
    }

    @Test
    void sendsNothingTwiceHoweverOftenItIsWoken() {
        arrive(BillCustomers.customers(30), 30);
        define(BillCustomers.DEFINITION);

        launch();
        stages.wakeDue(clock.instant());
        var contacted = world.messages();
        stages.wakeDue(clock.instant());
        clock.simulate(TUESDAY_NOON.plus(Duration.ofDays(3)));
        stages.wakeDue(clock.instant());

        assertThat(world.messages()).isEqualTo(contacted);
    }

    @Test
    void asksNobodyAgainstTheirWill() {
        arrive(BillCustomers.customers(30).replace("\"granted\": true", "\"granted\": false"), 30);
        define(BillCustomers.DEFINITION);

        launch();
        stages.wakeDue(clock.instant());
        clock.simulate(TUESDAY_NOON.plus(Duration.ofDays(7)));
        stages.wakeDue(clock.instant());

        assertThat(world.invitations()).isEmpty();
        assertThat(get("/api/campaigns/" + campaign + "/sends?state=LEFT_OUT"))
                .hasSize(30)
                .allSatisfy(row -> assertThat(row.at("/reason").asString()).isEqualTo("NO_CONSENT"));
    }

    @Test
    void pausesACampaignWhenAProviderRefusesUs() {
        arrive(BillCustomers.customers(50), 50);
        define(BillCustomers.DEFINITION.replace("hold-out: 30%", "hold-out: 0%"));
        world.refuseOurAccount();

        launch();
        stages.wakeDue(clock.instant());

        var status = get("/api/campaigns/" + campaign);
        assertThat(status.at("/state").asString()).isEqualTo("PAUSED");
        assertThat(status.at("/counts/REJECTED").asInt()).isEqualTo(10);
        assertThat(jdbc.sql("select count(*) from consent.suppression")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void stopsWritingToWhoeverUnsubscribes() {
        arrive(BillCustomers.customers(1), 1);
        define(BillCustomers.DEFINITION.replace("hold-out: 30%", "hold-out: 0%"));
        launch();
        stages.wakeDue(clock.instant());

        var link = world.unsubscribeLinks().get(0);
        new SurveyTaker().open(link);
        var afterLooking = plan("?customer=C1");
        new SurveyTaker().post(link, "List-Unsubscribe=One-Click");

        assertThat(afterLooking.at("/decision").asString()).isEqualTo("contact");
        assertThat(plan("?customer=C1").at("/considered/email").asString()).isEqualTo("OBJECTED");
    }

    @Test
    void showsNothingOfACustomerToTheHolderOfAnothersLink() {
        arrive(BillCustomers.customers(10), 10);
        define(BillCustomers.DEFINITION);
        launch();
        stages.wakeDue(clock.instant());
        clock.simulate(TUESDAY_NOON.plus(Duration.ofDays(7)));
        stages.wakeDue(clock.instant());
        clock.simulate(clock.instant().plus(Duration.ofMinutes(5)));
        var own = world.invitations().get(0);
        var other = world.invitations().get(1);
        var third = world.invitations().get(2);
        new SurveyTaker().answer(own, 2, "Mein Geheimnis");
        var token = own.replaceAll(".*/", "");
        var secrets = jdbc.sql(
                        "select unnest(array[c.email, c.phone, r.comment, :token]) from audience.customer c join survey.response r on r.customer_id = c.id")
                .param("token", token)
                .query(String.class)
                .list();
        var stranger = new SurveyTaker();
        var form = new SurveyTaker().open(third + "?score=2");
        var nonce = form.select("input[name=nonce]").val();

        for (var address : List.of("", "?score=2", "?score=2&change", "/thanks", "/stop")) {
            assertThat(stranger.open(other + address).outerHtml()).doesNotContain(secrets);
        }
        assertThat(stranger.post(other, "score=2&comment=x&nonce=" + nonce).text())
                .doesNotContain("Danke");
        assertThat(jdbc.sql("select score from survey.score")
                        .query(Integer.class)
                        .list())
                .containsExactly(2);
        for (var address : List.of("/api/answers", "/api/cases", "/api/surveys", "/api/customers/C1")) {
            var asked = HttpRequest.newBuilder(URI.create(other).resolve(address))
                    .header("Authorization", "Bearer " + token);
            assertThat(new Scanner().send(asked)).isEqualTo(401);
        }
        assertThat(secrets).hasSize(4);
    }

    private void arrive(String customers, int number) {
        post("/api/customers", customers);
        post("/api/events", BillCustomers.bills(number));
    }
}
