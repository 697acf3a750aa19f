package dev.uplift.message;

import dev.uplift.platform.Medium;
import dev.uplift.platform.UpliftSettings;
import dev.uplift.platform.UpliftSettings.Company;
import freemarker.template.Template;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Fills templates; safe against what a template may try and against what the data may contain. */
@Component
public class Renderer {

    private final Templates templates;
    private final Company company;
    private final Values values;
    private volatile Shape nothing = new Shape();

    /** A renderer of these templates in the name of the company of the settings. */
    public Renderer(Templates templates, UpliftSettings settings) {
        this.templates = templates;
        this.company = settings.company();
        this.values = new Values(ZoneId.of(company.zone()));
    }

    /** The message for one recipient; throws {@link RenderFailed} if a value is missing or the template is gone. */
    public Message render(Rendering rendering) {
        var catalogue = templates.catalogue();
        var locale = Locale.forLanguageTag(rendering.locale().replace('_', '-'));
        var parsed = new Choice(locale.getLanguage(), company.language(), rendering.variant())
                .among(catalogue.of(rendering.template(), rendering.medium()))
                .orElseThrow(() -> absent(rendering));
        var language = parsed.file().language();
        var reading = locale.getLanguage().equals(language) ? locale : Locale.forLanguageTag(language);
        var filling = new Filling(data(rendering, language), reading);
        return rendering.medium() == Medium.EMAIL
                ? mail(parsed, needed(catalogue.layout(), "layout/email.ftlh"), filling)
                : text(parsed, filling);
    }

    private static Message text(Parsed parsed, Filling filling) {
        var text = Sms.plain(filling.fill(needed(parsed.body(), parsed.file().where())));
        return new Message(
                parsed.file().medium(), null, null, text, parsed.file().language(), parsed.hash());
    }

    private Message mail(Parsed parsed, Template layout, Filling filling) {
        var where = parsed.file().where();
        var subject = filling.line(needed(parsed.subject(), where));
        if (subject.isEmpty()) {
            throw new RenderFailed("Template " + where + " has an empty subject for this recipient.");
        }
        var frame = new HashMap<String, Object>();
        frame.put("subject", subject);
        frame.put("preheader", filling.line(needed(parsed.preheader(), where)));
        var pen = new Pen(nothing());
        filling.write(needed(parsed.body(), where), pen);
        frame.put("content", Markup.of(pen.shape().whole()));
        var reason = parsed.reason();
        if (reason != null) {
            frame.put("reason", filling.line(reason));
        }
        var whole = pen.next();
        filling.with(frame).write(layout, whole);
        var html = whole.body();
        var text = Wording.of(whole.shape(), whole.values(), html);
        return new Message(Medium.EMAIL, subject, html, text, parsed.file().language(), parsed.hash());
    }

    private Shape nothing() {
        if (nothing.full()) {
            nothing = new Shape();
        }
        return nothing;
    }

    private Map<String, Object> data(Rendering rendering, String language) {
        var data = new HashMap<String, Object>();
        data.put("customer", values.of(rendering.customer()));
        data.put("events", values.of(rendering.events()));
        data.put("links", rendering.links());
        data.put("company", Map.of("name", company.name(), "address", company.address(), "contact", company.contact()));
        data.put("language", language);
        Greeting.of(language, rendering.customer()).ifPresent(greeting -> data.put("greeting", greeting));
        var survey = rendering.links().get("survey");
        var asks = rendering.asks();
        if (survey != null && asks != null) {
            Scale.of(asks, language).ifPresent(scale -> data.put("survey", scale.filled(company.name(), survey)));
        }
        return data;
    }

    private static Template needed(@Nullable Template template, String where) {
        if (template == null) {
            throw new RenderFailed("Template " + where + " is missing or broken; see the list of problems.");
        }
        return template;
    }

    private static RenderFailed absent(Rendering rendering) {
        return new RenderFailed("Template " + rendering.template() + " has no text for "
                + rendering.medium().key() + " that fits; add templates/" + rendering.template() + "/"
                + rendering.medium().key() + ".<language> with the extension ftlh for mail and ftl for texts.");
    }
}
