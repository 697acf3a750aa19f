package dev.uplift.web.customer;

import dev.uplift.platform.CustomerId;
import dev.uplift.platform.Metric;
import dev.uplift.platform.RunId;
import dev.uplift.platform.SendId;
import dev.uplift.survey.Answer;
import dev.uplift.survey.Invitation;
import dev.uplift.survey.Survey;
import dev.uplift.survey.SurveySamples;
import freemarker.template.Configuration;
import freemarker.template.TemplateException;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Properties;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.ModelAndView;

/** Renders customer pages as the application is set up to, and leaves them in target to look at. */
final class RenderedPages {

    private static final Path SEEN = Path.of("target", "customer-pages");

    private RenderedPages() {}

    static Invitation invitation(String language) {
        return invitation(language, Metric.NPS);
    }

    static Invitation invitation(String language, Metric metric) {
        return invitation(language, SurveySamples.survey(metric, ""), null, Duration.ZERO);
    }

    /** An invitation as it stands so long after the answer, if there is one. */
    static Invitation invitation(String language, Survey survey, @Nullable Answer given, Duration later) {
        var first = Instant.parse("2026-12-08T09:00:00Z");
        return new Invitation(
                new SendId(new UUID(0, 1)),
                new RunId(1),
                new CustomerId(1),
                survey,
                survey.mode(),
                language,
                Instant.parse("2026-12-22T00:00:00Z"),
                given,
                given == null ? null : first,
                given != null,
                first.plus(later));
    }

    static Document render(ModelAndView shown) throws Exception {
        return render(shown, "");
    }

    /** Renders as the application is set up to, and leaves the page in target to look at. */
    static Document render(ModelAndView shown, String variant) throws Exception {
        var html = html(shown);
        Files.createDirectories(SEEN);
        var name = Objects.requireNonNull(shown.getViewName()).replace("customer/", "") + variant;
        Files.writeString(SEEN.resolve(name + "." + shown.getModel().get("language") + ".html"), html);
        return Jsoup.parse(html);
    }

    static String html(ModelAndView shown) throws IOException, TemplateException {
        var freemarker = new Configuration(Configuration.DEFAULT_INCOMPATIBLE_IMPROVEMENTS);
        freemarker.setSettings(settings());
        freemarker.setClassLoaderForTemplateLoading(RenderedPages.class.getClassLoader(), "templates");
        var html = new StringWriter();
        freemarker.getTemplate(shown.getViewName() + ".ftlh").process(shown.getModel(), html);
        return html.toString();
    }

    private static Properties settings() {
        var settings = new Properties();
        settings.put("recognize_standard_file_extensions", "true");
        settings.put("output_format", "HTMLOutputFormat");
        settings.put("number_format", "computer");
        settings.put("default_encoding", "UTF-8");
        return settings;
    }
}
