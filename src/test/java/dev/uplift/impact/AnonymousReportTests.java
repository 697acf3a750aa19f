package dev.uplift.impact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.uplift.platform.UpliftSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** The report of a campaign whose survey is anonymous. */
class AnonymousReportTests {

    @TempDir
    Path content;

    @Test
    void provesWithoutKnowingWhoAnswered() throws IOException {
        var study = new BillStudy(settings());
        study.earlierAnswers(2);
        study.answered(study.run(1), "2026-10-10T00:00Z");
        var named = study.report(BillStudy.NOW);
        forgetWhoAnswered(study);

        var report = study.report(BillStudy.NOW);

        assertThat(BillStudy.arm(report, "treated").nps()).isEqualTo(35);
        assertThat(BillStudy.arm(report, "holdOut").nps()).isEqualTo(10);
        assertThat(report.verdict().code()).isEqualTo("PROVEN_WORTH");
        assertThat(report.difference()).isEqualTo(named.difference());
        assertThat(report.naive()).isNull();
        assertThat(report.plan().strata()).isEmpty();
        assertThat(report.segments().rows()).isEmpty();
        assertThat(report.checks())
                .allMatch(Report.Check::ok)
                .anySatisfy(check -> assertThat(check.detail())
                        .isEqualTo("Answers are anonymous: earlier answers, channel and attributes cannot be used."));
    }

    private static void forgetWhoAnswered(BillStudy study) {
        study.jdbc.sql("""
                insert into survey.anonymous_answer (id, run_id, arm, survey_key, survey_version, metric, score, day)
                select -e.id, e.run_id, d.arm, e.survey_key, 'v', e.metric, e.score, date_trunc('day', e.at)
                  from survey.response_event e
                  join delivery.drawn d on d.run_id = e.run_id and d.customer_id = e.customer_id""").update();
        study.jdbc.sql("delete from survey.response_event").update();
    }

    private UpliftSettings settings() throws IOException {
        var folder = Files.createDirectories(content.resolve("campaigns/surveys"));
        Files.writeString(
                folder.resolve("nps-service.yaml"),
                Files.readString(Path.of("campaigns/surveys/nps-service.yaml")) + "\nmode: anonymous\n");
        var properties = new MapConfigurationPropertySource(
                Map.of("uplift.home", content.toString(), "uplift.content", content.toString()));
        return new Binder(properties).bind("uplift", UpliftSettings.class).get();
    }
}
