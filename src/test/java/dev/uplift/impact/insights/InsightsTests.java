package dev.uplift.impact.insights;

import static dev.uplift.impact.insights.Panel.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.uplift.impact.stats.Classes;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class InsightsTests {

    private static final Scope RELATIONAL = new Scope("relational", "", "", "", "");
    private static final Span AUTUMN = new Span(LocalDate.of(2026, 10, 1), LocalDate.of(2026, 11, 22));

    private final Panel panel = new Panel(120);

    @Test
    void neverMixesRelationalAndTransactional() {
        many(1, 40, "nps-relationship", "email", 10, "2026-10-05");
        many(1, 40, "nps-annual-bill", "email", 0, "2026-10-06");
        panel.rollUp.run(NOW);

        assertThat(look(RELATIONAL).scores().classes()).isEqualTo(new Classes(0, 0, 40));
        assertThat(look(new Scope("transactional", "", "", "", "")).scores().classes())
                .isEqualTo(new Classes(40, 0, 0));
        assertThatThrownBy(() -> new Scope("", "", "", "", "")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void narrowsToTouchpointSurveyChannelAndSegment() {
        many(1, 30, "nps-annual-bill", "email", 9, "2026-10-05");
        many(31, 60, "nps-annual-bill", "sms", 1, "2026-10-05");
        many(61, 80, "nps-service", "sms", 7, "2026-10-05");
        panel.segments.save("business", "{attribute: sort, is: business}", NOW);
        panel.rollUp.run(NOW);

        assertThat(answered(new Scope("transactional", "annual-bill", "", "", "")))
                .isEqualTo(60);
        assertThat(answered(new Scope("transactional", "", "nps-service", "", "")))
                .isEqualTo(20);
        assertThat(answered(new Scope("transactional", "", "", "sms", ""))).isEqualTo(50);
        assertThat(answered(new Scope("transactional", "annual-bill", "", "sms", "business")))
                .isEqualTo(15);
    }

    @Test
    void signalsOnlyWhatLeavesTheLimitsAndNeverFewAnswers() {
        for (var week = 0; week < 6; week++) {
            var day = LocalDate.of(2026, 10, 5).plusWeeks(week).toString();
            many(1, 60, "nps-relationship", "email", 9, day);
            many(61, 90, "nps-relationship", "email", 3, day);
        }
        many(1, 40, "nps-relationship", "email", 0, "2026-11-16");
        many(41, 60, "nps-relationship", "email", 0, "2026-10-01");
        panel.rollUp.run(NOW);

        var trend = look(RELATIONAL).trend();

        assertThat(trend.unit()).isEqualTo(Span.Unit.WEEK);
        assertThat(trend.slices())
                .extracting(slice -> slice.start().toString())
                .startsWith("2026-09-28", "2026-10-05")
                .endsWith("2026-11-09", "2026-11-16");
        assertThat(trend.slices())
                .extracting(Trend.Slice::signal)
                .containsExactly(
                        Trend.Signal.NONE,
                        Trend.Signal.NONE,
                        Trend.Signal.NONE,
                        Trend.Signal.NONE,
                        Trend.Signal.NONE,
                        Trend.Signal.NONE,
                        Trend.Signal.NONE,
                        Trend.Signal.LOWER);
        assertThat(trend.slices().get(0).dotted()).isFalse();
        assertThat(trend.slices().get(0).answers().score()).isEqualTo(-100);
    }

    @Test
    void drawsLimitsThreeStandardErrorsAroundTheMean() {
        many(1, 50, "nps-relationship", "email", 10, "2026-10-05");
        many(51, 100, "nps-relationship", "email", 0, "2026-10-12");
        panel.rollUp.run(NOW);

        var trend = look(RELATIONAL).trend();

        assertThat(trend.mean()).isZero();
        assertThat(trend.slices().get(1).limits().high()).isCloseTo(300 / Math.sqrt(50), within(1e-9));
        assertThat(trend.slices().get(1).signal()).isEqualTo(Trend.Signal.HIGHER);
    }

    @Test
    void comparesEachGroupWithTheRestAndHidesTheSmallest() {
        many(1, 40, "nps-relationship", "email", 10, "2026-10-05");
        many(41, 80, "nps-relationship", "sms", 5, "2026-10-05");
        many(81, 84, "nps-relationship", "call", 5, "2026-10-05");
        panel.segments.save("business", "{attribute: sort, is: business}", NOW);
        panel.rollUp.run(NOW);

        var groups = look(RELATIONAL).groups();

        assertThat(groups)
                .extracting(group -> group.segment() + "/" + group.channel())
                .containsExactly("/email", "/sms", "business/email", "business/sms");
        assertThat(groups.get(0).difference()).isNotNull().satisfies(difference -> {
            assertThat(difference.difference().points()).isEqualTo(200);
            assertThat(difference.adjustedP()).isLessThan(.001);
            assertThat(difference.clear()).isTrue();
            assertThat(difference.shrunken()).isBetween(100.0, 200.0);
        });
        assertThat(groups.get(2).answers().answered()).isEqualTo(20);
        assertThat(groups.get(2).difference()).as("too few answers").isNull();
    }

    @Test
    void givesEachGroupItsOwnCourse() {
        many(1, 40, "nps-relationship", "email", 10, "2026-10-05");
        many(1, 40, "nps-relationship", "email", 5, "2026-10-12");
        many(41, 60, "nps-relationship", "sms", 5, "2026-10-12");
        panel.rollUp.run(NOW);

        var groups = look(RELATIONAL).groups();

        assertThat(groups.get(0).trend().slices())
                .filteredOn(Trend.Slice::dotted)
                .extracting(slice -> slice.start() + " " + slice.answers().score())
                .containsExactly("2026-10-05 100.0", "2026-10-12 -100.0");
        assertThat(groups.get(1).trend().slices()).noneMatch(Trend.Slice::dotted);
    }

    @Test
    void comparesTheTimeSinceADayWithAsManyDaysBefore() {
        many(1, 60, "nps-relationship", "email", 9, "2026-11-10");
        many(1, 60, "nps-relationship", "email", 7, "2026-11-09");
        many(61, 120, "nps-relationship", "email", 0, "2026-10-05");
        panel.rollUp.run(NOW);

        var since = new Span(LocalDate.of(2026, 11, 10), AUTUMN.last());
        var insight = panel.insights.look(RELATIONAL, AUTUMN, Contrast.withBefore(since));

        assertThat(insight.scores().classes().answered()).isEqualTo(180);
        assertThat(insight.change()).isNotNull().satisfies(change -> {
            assertThat(change.later()).isEqualTo(new Classes(0, 0, 60));
            assertThat(change.earlier()).isEqualTo(new Classes(0, 60, 0));
        });
    }

    @Test
    void saysHowFarTheScoreHasMoved() {
        many(1, 60, "nps-relationship", "email", 9, "2026-10-05");
        many(1, 60, "nps-relationship", "email", 7, "2026-09-05");
        many(61, 80, "nps-relationship", "email", 7, "2025-10-05");
        panel.rollUp.run(NOW);

        var before = panel.insights
                .look(RELATIONAL, AUTUMN, Contrast.withBefore(AUTUMN))
                .change();
        var yearBefore = panel.insights
                .look(RELATIONAL, AUTUMN, Contrast.withYearBefore(AUTUMN))
                .change();

        assertThat(before).isNotNull().satisfies(change -> {
            assertThat(change.earlier()).isEqualTo(new Classes(0, 60, 0));
            assertThat(change.difference())
                    .isNotNull()
                    .extracting(Difference::points)
                    .isEqualTo(100.0);
        });
        assertThat(yearBefore).isNotNull().satisfies(change -> {
            assertThat(change.earlier().answered()).isEqualTo(20);
            assertThat(change.difference()).isNull();
        });
    }

    @Test
    void tellsChangedMindsFromOtherAnswerers() {
        many(1, 50, "nps-relationship", "email", 9, "2026-09-05");
        many(51, 100, "nps-relationship", "sms", 2, "2026-09-05");
        many(1, 80, "nps-relationship", "email", 9, "2026-10-05");
        many(81, 100, "nps-relationship", "sms", 2, "2026-10-05");
        panel.rollUp.run(NOW);

        var change = panel.insights
                .look(RELATIONAL, AUTUMN, Contrast.withBefore(AUTUMN))
                .change();

        assertThat(change).isNotNull().satisfies(moved -> {
            assertThat(moved.difference())
                    .isNotNull()
                    .extracting(Difference::points)
                    .isEqualTo(60.0);
            assertThat(moved.mix()).isNotNull().satisfies(shift -> {
                assertThat(shift.within()).isCloseTo(0, within(1e-9));
                assertThat(shift.mix()).isCloseTo(60, within(1e-9));
            });
        });
    }

    @Test
    void marksTheRunsThatBeganInTheSpan() {
        panel.jdbc.sql("""
                insert into campaign.campaign (key, state, version, hash, updated_at)
                values ('bill', 'LAUNCHED', 1, 'h', now())""").update();
        panel.jdbc.sql("""
                insert into campaign.execution (campaign_key, version, number, state, salt, start_at)
                values ('bill', 1, 1, 'FINISHED', 's', '2026-09-30T21:59:00Z'),
                       ('bill', 1, 2, 'FINISHED', 's', '2026-09-30T22:01:00Z')""").update();

        assertThat(look(RELATIONAL).marks()).containsExactly(new Mark(LocalDate.of(2026, 10, 1), "bill", 2));
    }

    @Test
    void knowsNothingBeforeTheFirstCount() {
        var insight = look(RELATIONAL);

        assertThat(panel.insights.series()).isEmpty();
        assertThat(insight.scores().classes().answered()).isZero();
        assertThat(insight.groups()).isEmpty();
        assertThat(insight.trend().slices()).noneMatch(Trend.Slice::dotted);
    }

    private Insight look(Scope scope) {
        return panel.insights.look(scope, AUTUMN, null);
    }

    private long answered(Scope scope) {
        return look(scope).scores().classes().answered();
    }

    private void many(int from, int to, String survey, String channel, int score, String day) {
        for (var customer = from; customer <= to; customer++) {
            panel.answer(customer, survey, channel, score, day + "T10:00:00Z");
        }
    }
}
