package dev.uplift.followup;

import dev.uplift.audience.TestSegments;
import dev.uplift.delivery.TestDirectMessages;
import dev.uplift.platform.Content;
import dev.uplift.platform.TestDatabase;
import dev.uplift.platform.TestSecrets;
import dev.uplift.platform.UpliftSettings;
import dev.uplift.survey.Surveys;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Cases for tests of other modules. */
public final class TestCases {

    private TestCases() {}

    /** Which answers became cases, at the desks of these settings. */
    public static AnsweredCases answered(JdbcClient jdbc, UpliftSettings settings) {
        var content = new Content(settings);
        var surveys = new Surveys(jdbc, content, TestSecrets.secrets(), settings);
        var transaction = new TransactionTemplate(new JdbcTransactionManager(TestDatabase.source()));
        var texts = TestDirectMessages.in(jdbc, transaction, settings, surveys).texts();
        return new AnsweredCases(jdbc, new Desks(jdbc, content, settings, TestSegments.in(jdbc), surveys, texts));
    }
}
