package dev.uplift.alert;

import dev.uplift.message.Body;
import dev.uplift.message.Message;
import dev.uplift.platform.Medium;
import dev.uplift.platform.PublicUrl;
import dev.uplift.platform.UpliftSettings;
import freemarker.cache.ClassTemplateLoader;
import freemarker.template.Configuration;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes mails to leaders from the templates of the product; the same notices always give the same mail. */
@Component
class AlertMails {

    private static final String NOTICES = Notice.COLUMNS + " where id = any (:ids) order by id";

    private final Configuration templates = new Configuration(Configuration.VERSION_2_3_34);
    private final JdbcClient jdbc;
    private final Alerts alerts;
    private final PublicUrl url;
    private final ZoneId zone;

    AlertMails(JdbcClient jdbc, Alerts alerts, PublicUrl url, UpliftSettings settings) {
        this.jdbc = jdbc;
        this.alerts = alerts;
        this.url = url;
        this.zone = ZoneId.of(settings.company().zone());
        templates.setTemplateLoader(new ClassTemplateLoader(AlertMails.class, "/templates/alert"));
        templates.setDefaultEncoding(StandardCharsets.UTF_8.name());
        templates.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
        templates.setLogTemplateExceptions(false);
        templates.setLocalizedLookup(false);
    }

    Message write(Handing.Mail mail) {
        var ids = mail.notices().toArray(Long[]::new);
        var notices = jdbc.sql(NOTICES).param("ids", ids).query(Notice::of).list();
        var language = mail.language().equals("de") ? "de" : "en";
        var data = Map.of(
                "name",
                alerts.find(mail.rule())
                        .map(rule -> rule.name().getOrDefault(language, rule.key()))
                        .orElse(mail.rule()),
                "notices",
                notices.stream().map(notice -> line(notice, language)).toList());
        return new Message(
                Medium.EMAIL,
                fill("subject." + language + ".ftl", data, language).strip(),
                Body.of(fill("mail." + language + ".ftlh", data, language)),
                fill("mail." + language + ".ftl", data, language),
                language,
                "");
    }

    private Map<String, Object> line(Notice notice, String language) {
        return Map.of(
                "kind", notice.kind(),
                "facts", notice.facts(),
                "when", time(notice.raisedAt(), language),
                "link", url.of("/alerts/" + notice.id()));
    }

    private String time(Instant instant, String language) {
        return DateTimeFormatter.ofPattern(
                        language.equals("de") ? "dd.MM.yyyy, HH:mm" : "yyyy-MM-dd, HH:mm", Locale.ROOT)
                .format(instant.atZone(zone));
    }

    private String fill(String template, Object data, String language) {
        try {
            var text = new StringWriter();
            templates.getTemplate(template, Locale.forLanguageTag(language)).process(data, text);
            return text.toString();
        } catch (TemplateException e) {
            throw new IllegalStateException("The mail template " + template + " does not fit its data", e);
        } catch (IOException e) {
            throw new UncheckedIOException("The mail template " + template + " could not be read", e);
        }
    }
}
