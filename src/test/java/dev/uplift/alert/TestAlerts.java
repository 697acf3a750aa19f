package dev.uplift.alert;

import dev.uplift.channel.Channel;
import dev.uplift.delivery.Holds;
import dev.uplift.identity.AuditLog;
import dev.uplift.platform.Content;
import dev.uplift.platform.TestDatabase;
import dev.uplift.platform.TestPublicUrl;
import dev.uplift.platform.TestSecrets;
import dev.uplift.platform.UpliftSettings;
import dev.uplift.survey.Surveys;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A node that watches the alerts of a folder. */
public final class TestAlerts {

    final Alerts alerts;
    final Raising raising;
    final Posting posting;
    final Notices notices;
    final Holds holds;

    TestAlerts(JdbcClient jdbc, Path content, Channel channel) {
        var settings = new UpliftSettings(content, content, "https://uplift.example", null, null, null, company());
        var transactions = new JdbcTransactionManager(TestDatabase.source());
        var transaction = new TransactionTemplate(transactions);
        var surveys = new Surveys(jdbc, new Content(settings), TestSecrets.secrets(), settings);
        alerts = new Alerts(new Content(settings), settings);
        holds = new Holds(jdbc, new AuditLog(jdbc, transactions, Clock.systemUTC()));
        raising = new Raising(jdbc, transaction, alerts, new Watching(jdbc, new ScoreWatch(jdbc, surveys), holds));
        var mails = new AlertMails(jdbc, alerts, TestPublicUrl.of(settings), settings);
        posting = new Posting(jdbc, transaction, alerts, new Handing(jdbc, mails, List.of(channel)));
        notices = new Notices(jdbc, alerts);
    }

    /** What leaders of a database were told. */
    public static Notices notices(JdbcClient jdbc, Content content, UpliftSettings settings) {
        return new Notices(jdbc, new Alerts(content, settings));
    }

    /** Somebody looked at the clock. */
    void wake(Instant now) {
        posting.post(raising.look(now));
    }

    /** A file with a rule. */
    static void file(Path content, String key, String text) {
        var file = content.resolve("campaigns/alerts/" + key + ".yaml");
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static UpliftSettings.Company company() {
        return new UpliftSettings.Company(
                "Nordwerk",
                "nordwerk.example",
                "Hafen 12, Bremen",
                "service@nordwerk.example",
                List.of("de", "en"),
                "Europe/Berlin",
                "DE");
    }
}
