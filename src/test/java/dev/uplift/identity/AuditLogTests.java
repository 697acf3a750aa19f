package dev.uplift.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.uplift.platform.TestDatabase;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

class AuditLogTests {

    private static final Actor ANNA = new Actor("anna", Role.MARKETER);

    private final JdbcClient jdbc = TestDatabase.empty();
    private final AuditLog audit = new AuditLog(
            jdbc,
            new JdbcTransactionManager(TestDatabase.source()),
            Clock.fixed(Instant.parse("2026-12-01T08:00:00.123456Z"), ZoneOffset.UTC));

    @Test
    void remembersWhoDidWhatAndWhen() {
        audit.record(ANNA, "campaign.launch", "instalment-explained");

        var entry = jdbc.sql("select actor, action, subject, at from identity.audit")
                .query()
                .singleRow();

        assertThat(entry.values())
                .containsExactly(
                        "anna",
                        "campaign.launch",
                        "instalment-explained",
                        java.sql.Timestamp.from(Instant.parse("2026-12-01T08:00:00.123456Z")));
    }

    @Test
    void keepsOneChainWhenManyWriteAtOnce() {
        IntStream.range(0, 60).parallel().forEach(n -> audit.record(ANNA, "campaign.pause", "c" + n));

        assertThat(jdbc.sql("select count(distinct previous_hash) from identity.audit")
                        .query(Integer.class)
                        .single())
                .isEqualTo(60);
        assertThat(audit.firstBroken()).isEmpty();
    }

    @Test
    void refusesToForget() {
        audit.record(ANNA, "campaign.launch", "a");

        assertThatThrownBy(() -> jdbc.sql("delete from identity.audit").update())
                .hasMessageContaining("append-only");
    }

    @Test
    void showsAnEntryThatWasChangedBehindItsBack() {
        IntStream.rangeClosed(1, 3).forEach(n -> audit.record(ANNA, "campaign.launch", "c" + n));

        behindItsBack("update identity.audit set actor = 'bert' where subject = 'c2'");

        assertThat(audit.firstBroken()).hasValue(idOf("c2"));
    }

    @Test
    void showsAnEntryThatIsMissing() {
        IntStream.rangeClosed(1, 3).forEach(n -> audit.record(ANNA, "campaign.launch", "c" + n));

        behindItsBack("delete from identity.audit where subject = 'c2'");

        assertThat(audit.firstBroken()).hasValue(idOf("c3"));
    }

    private void behindItsBack(String change) {
        jdbc.sql("alter table identity.audit disable trigger audit_is_append_only")
                .update();
        jdbc.sql(change).update();
        jdbc.sql("alter table identity.audit enable trigger audit_is_append_only")
                .update();
    }

    private long idOf(String subject) {
        return jdbc.sql("select id from identity.audit where subject = ?")
                .param(subject)
                .query(Long.class)
                .single();
    }
}
