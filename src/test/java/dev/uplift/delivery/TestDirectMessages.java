package dev.uplift.delivery;

import dev.uplift.message.Renderer;
import dev.uplift.message.Templates;
import dev.uplift.platform.Content;
import dev.uplift.platform.PublicUrl;
import dev.uplift.platform.TestDatabase;
import dev.uplift.platform.TestSecrets;
import dev.uplift.platform.UpliftSettings;
import dev.uplift.survey.Surveys;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Messages to single customers for tests of other modules, with the templates of a content folder. */
public record TestDirectMessages(DirectMessages messages, DirectTexts texts) {

    public static TestDirectMessages in(
            JdbcClient jdbc, TransactionOperations transaction, UpliftSettings settings, Surveys surveys) {
        var few = new Few(new JdbcTemplate(TestDatabase.source()), transaction);
        var book = new DirectBook(jdbc);
        var recipients = new Recipients(jdbc, few);
        var happenings = new Happenings(jdbc, few);
        var templates = new Templates(new Content(settings).templates(), settings.company());
        var renderer = new Renderer(templates, settings);
        var composer = new Composer(
                recipients,
                happenings,
                new Invitations(surveys, settings),
                renderer,
                new UnsubscribeTokens(TestSecrets.secrets()),
                url(),
                book);
        return new TestDirectMessages(
                new DirectMessages(book, transaction),
                new DirectTexts(templates, recipients, happenings, composer, renderer));
    }

    private static PublicUrl url() {
        try (var context = new AnnotationConfigApplicationContext()) {
            context.registerBean(UpliftSettings.class, TestSecrets::settingsOfTheDefaultCompany);
            context.register(PublicUrl.class);
            context.refresh();
            return context.getBean(PublicUrl.class);
        }
    }
}
