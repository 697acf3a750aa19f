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
    private final LetterBody letters;
    private volatile Shape nothing = new Shape();

    /** A renderer of these templates in the name of the company of the settings. */
    public Renderer(Templates templates, UpliftSettings settings) {
        this.templates = templates;
        this.company = settings.company();
        this.values = new Values(ZoneId.of(company.zone()));
        this.letters = new LetterBody(new Sandbox(company));
    }

    /** The message for one recipient; throws {@link RenderFailed} if a value is missing or the template is gone. */
    public Message render(Rendering rendering) {
        var parsed = chosen(rendering);
        var filling = filling(rendering, parsed);
        return rendering.medium() == Medium.EMAIL
                ? mail(parsed, rendering.words(), filling)
                : text(parsed, rendering.words(), filling);
    }

    /** What a template says to one recipient, for a person to change: without heading and layout; throws {@link RenderFailed}. */
    public Draft draft(Rendering rendering) {
        var parsed = chosen(rendering);
        var filling = filling(rendering, parsed);
        var where = parsed.file().where();
        if (rendering.medium() != Medium.EMAIL) {
            return new Draft("", Sms.plain(filling.fill(needed(parsed.body(), where))));
        }
        var pen = new Pen(nothing());
        filling.write(needed(parsed.body(), where), pen);
        return new Draft(
                filling.line(needed(parsed.subject(), where)),
                PlainText.withoutHeading(pen.body().toString()));
    }

    private Parsed chosen(Rendering rendering) {
        return new Choice(locale(rendering).getLanguage(), company.language(), rendering.variant())
                .among(templates.catalogue().of(rendering.template(), rendering.medium()))
                .orElseThrow(() -> absent(rendering));
    }

    private Filling filling(Rendering rendering, Parsed parsed) {
        var locale = locale(rendering);
        var language = parsed.file().language();
        var reading = locale.getLanguage().equals(language) ? locale : Locale.forLanguageTag(language);
        return new Filling(data(rendering, language), reading);
    }

    private static Locale locale(Rendering rendering) {
        return Locale.forLanguageTag(rendering.locale().replace('_', '-'));
    }

    private static Message text(Parsed parsed, @Nullable Draft words, Filling filling) {
        var own =
                words == null ? filling.fill(needed(parsed.body(), parsed.file().where())) : words.printable();
        return new Message(
                parsed.file().medium(),
                null,
                null,
                Sms.plain(own),
                parsed.file().language(),
                parsed.hash());
    }

    private Message mail(Parsed parsed, @Nullable Draft words, Filling filling) {
        var where = parsed.file().where();
        var head = words == null ? head(parsed, filling) : letters.head(words);
        if (head.subject().isEmpty()) {
            throw new RenderFailed("Template " + where + " has an empty subject for this recipient.");
        }
        var pen = new Pen(nothing());
        if (words == null) {
            filling.write(needed(parsed.body(), where), pen);
        } else {
            letters.write(words, filling, pen);
        }
        var frame = head.fields();
        frame.put("content", Markup.of(pen.shape().whole()));
        var reason = parsed.reason();
        if (reason != null) {
            frame.put("reason", filling.line(reason));
        }
        return framed(parsed, head, filling.with(frame), pen.next());
    }

    private Message framed(Parsed parsed, MailHead head, Filling filling, Pen pen) {
        filling.write(needed(templates.catalogue().layout(), "layout/email.ftlh"), pen);
        var html = pen.body();
        var text = Wording.of(pen.shape(), pen.values(), html);
        return new Message(
                Medium.EMAIL, head.subject(), html, text, parsed.file().language(), parsed.hash());
    }

    private static MailHead head(Parsed parsed, Filling filling) {
        var where = parsed.file().where();
        return new MailHead(
                filling.line(needed(parsed.subject(), where)), filling.line(needed(parsed.preheader(), where)));
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
        data.put("data", values.of(rendering.data()));
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
