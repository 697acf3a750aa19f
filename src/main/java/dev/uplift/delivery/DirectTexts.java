package dev.uplift.delivery;

import dev.uplift.message.RenderFailed;
import dev.uplift.message.Renderer;
import dev.uplift.message.Templates;
import dev.uplift.platform.CustomerId;
import dev.uplift.platform.InvalidInput;
import dev.uplift.platform.Medium;
import dev.uplift.platform.Problem;
import dev.uplift.platform.Purpose;
import dev.uplift.platform.SendId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What messages to single customers will say. */
@Component
public class DirectTexts {

    private final Templates templates;
    private final Recipients recipients;
    private final Happenings happenings;
    private final Composer composer;
    private final Renderer renderer;

    DirectTexts(
            Templates templates, Recipients recipients, Happenings happenings, Composer composer, Renderer renderer) {
        this.templates = templates;
        this.recipients = recipients;
        this.happenings = happenings;
        this.composer = composer;
        this.renderer = renderer;
    }

    /** The channels for which a template has a text; empty for an unknown one. */
    public Set<Medium> channels(String template) {
        return templates.channels(template);
    }

    /** A template filled for one customer, for a person to change; throws {@link InvalidInput} that says what is missing. */
    public Written draft(CustomerId customer, Medium channel, String template) {
        var message = DirectMessage.of(customer, channel, Purpose.SERVICE, template, Map.of());
        try {
            var draft = renderer.draft(composer.rendering(
                    send(message),
                    recipients.find(List.of(customer)).get(customer),
                    newest(customer),
                    Map.of(),
                    Wish.NONE));
            return new Written(draft.subject(), draft.text());
        } catch (RenderFailed e) {
            throw unwritable(e);
        }
    }

    /** Throws {@link InvalidInput} that says what is missing, unless the message can be written now. */
    public void check(DirectMessage message) {
        try {
            composer.message(
                    send(message),
                    recipients.find(List.of(message.customer())).get(message.customer()),
                    newest(message.customer()),
                    Map.of(),
                    new Wish(message.data(), message.written()));
        } catch (RenderFailed e) {
            throw unwritable(e);
        }
    }

    private Map<String, Map<String, Object>> newest(CustomerId customer) {
        return happenings.newest(List.of(customer)).getOrDefault(customer, Map.of());
    }

    private static InvalidInput unwritable(RenderFailed e) {
        return new InvalidInput(List.of(Problem.error(
                "template",
                String.valueOf(e.getMessage()),
                "Send the value under 'data', complete the customer's data, or choose another template.")));
    }

    private static Send send(DirectMessage message) {
        var id = new SendId(new UUID(0, message.customer().value()));
        return new Send(
                id,
                DirectMessages.RUN,
                "direct message",
                message.customer(),
                "treated",
                message.kind(),
                message.purpose(),
                message.channel(),
                message.template(),
                null,
                false,
                1,
                0,
                Place.START,
                id);
    }
}
