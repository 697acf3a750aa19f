package dev.uplift.impact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Whole accounts and groups to compare, from the database to the report. */
class DrawnTogetherTests {

    private static final String CUSTOMERS = """
            insert into audience.customer (external_id, account_id, locale, time_zone, country, attributes, created_at, updated_at)
            select 'C-' || n, case when n <= 760 then 'A-' || n % 2 || '-' || n / 20 end, 'de', 'Europe/Berlin', 'DE',
                   jsonb_build_object('product', case when n % 5 < 2 then 'gas' else 'heat' end, 'meter', n % 40)
                   || case when n % 5 = 4 then '{"product": null}' else '{}' end::jsonb, now(), now()
              from generate_series(1, 800) n""";

    private final BillStudy study = new BillStudy();

    @Test
    void countsAccountsWhereTheseWereDrawn() {
        measured("{ share: 50%, by: account }");

        var report = study.report(BillStudy.NOW);

        assertThat(report.plan().unit()).isEqualTo("ACCOUNT");
        // 39 and 38 accounts, and 20 customers without one on each side
        assertThat(BillStudy.arm(report, "treated").accounts()).isEqualTo(59);
        assertThat(BillStudy.arm(report, "holdOut").accounts()).isEqualTo(58);
        assertThat(Objects.requireNonNull(report.difference()).estimator()).isEqualTo("accounts");
        assertThat(Objects.requireNonNull(report.difference()).points()).isEqualTo(25);
        assertThat(report.checks()).extracting(Report.Check::ok).containsOnly(true);
        // neighbours answer alike, so that what 400 strangers would prove is open
        assertThat(report.verdict().code()).isEqualTo("NOT_ENOUGH");
    }

    @Test
    void staysWithCustomersWhereTheseWereDrawn() {
        measured("50%");

        var report = study.report(BillStudy.NOW);

        assertThat(BillStudy.arm(report, "treated").accounts()).isNull();
        assertThat(report.verdict().code()).isEqualTo("PROVEN_WORTH");
        assertThat(labels()).containsExactly("email");
    }

    @Test
    void tellsPeopleApartByAttributes() {
        measured("50%\ncompare-by: [product]");

        var report = study.report(BillStudy.NOW);

        assertThat(report.plan().strata()).containsExactly("channel", "product");
        assertThat(labels()).containsExactly("email\u001fgas", "email\u001fheat", "email\u001f–");
        assertThat(report.segments().rows())
                .extracting(Report.Segment::by, Report.Segment::name)
                .containsExactly(
                        tuple("channel", "-"),
                        tuple("channel", "email"),
                        tuple("product", "gas"),
                        tuple("product", "heat"),
                        tuple("product", "–"));
        assertThat(report.segments().rows().stream()
                        .filter(row -> row.by().equals("product"))
                        .mapToLong(row -> Objects.requireNonNull(row.treated()))
                        .sum())
                .isEqualTo(200);
    }

    @Test
    void readsPlansFromBeforeAttributesCouldBeNamed() {
        measured("50%");
        study.jdbc.sql("""
                update impact.plan set document = replace(document, '"strata":["channel"]', '"stratum":"channel"')""").update();

        var report = study.report(BillStudy.NOW);

        assertThat(study.jdbc
                        .sql("select document from impact.plan")
                        .query(String.class)
                        .single())
                .contains("\"stratum\":\"channel\"");
        assertThat(report.plan().strata()).containsExactly("channel");
        assertThat(report.segments().rows()).isNotEmpty();
    }

    @Test
    void putsRareValuesTogether() {
        measured("50%\ncompare-by: [meter, product, nothing]");

        assertThat(labels()).hasSizeLessThanOrEqualTo(216).allMatch(label -> label.endsWith("\u001f–"));
        assertThat(labels().stream().map(label -> label.split("\u001f", -1)[1]).distinct())
                .hasSize(6)
                .contains("other");
    }

    private void measured(String holdOut) {
        study.campaigns.save("bill", BillStudy.CAMPAIGN.formatted(holdOut), BillStudy.LENA, BillStudy.NOW);
        study.jdbc.sql(CUSTOMERS).update();
        var run = study.run(1);
        study.jdbc
                .sql("update campaign.execution set version = (select version from campaign.campaign)")
                .update();
        study.jdbc.sql(BillStudy.DRAW).param("run", run).update();
        study.jdbc.sql("""
                update delivery.assignment a set account = m.account_id
                  from audience.member m where m.customer_id = a.customer_id""").update();
        study.asked(run, "2026-10-10T00:00Z");
    }

    /** Of those who were reached by any channel. */
    private List<String> labels() {
        return study.jdbc
                .sql("select distinct stratum from impact.known where stratum like 'email%' order by 1")
                .query(String.class)
                .list();
    }
}
