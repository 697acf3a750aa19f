package dev.uplift.delivery;

import dev.uplift.channel.Outbound;
import dev.uplift.message.RenderFailed;
import dev.uplift.message.Renderer;
import dev.uplift.message.Rendering;
import dev.uplift.platform.PublicUrl;
import dev.uplift.platform.SendId;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes the messages of claimed sends; a message that cannot be written is a failure of that send only. */
@Component
class Composer {

    private final Recipients recipients;
    private final Happenings happenings;
    private final Invitations invitations;
    private final Renderer renderer;
    private final UnsubscribeTokens unsubscribe;
    private final PublicUrl url;
    private final DirectBook direct;

    Composer(
            Recipients recipients,
            Happenings happenings,
            Invitations invitations,
            Renderer renderer,
            UnsubscribeTokens unsubscribe,
            PublicUrl url,
            DirectBook direct) {
        this.recipients = recipients;
        this.happenings = happenings;
        this.invitations = invitations;
        this.renderer = renderer;
        this.unsubscribe = unsubscribe;
        this.url = url;
        this.direct = direct;
    }

    Composed compose(Claimed claimed, Instant now) {
        var real = claimed.sends().stream().filter(send -> !send.ghost()).toList();
        var ids = real.stream().map(Send::customer).toList();
        var known = recipients.find(ids);
        var events = happenings.newest(ids);
        var tokens = invitations.tokens(real, known, now);
        var wishes = direct.wishes(real);
        var messages = new HashMap<SendId, Outbound>();
        var failures = new HashMap<SendId, String>();
        for (var send : real) {
            var recipient = known.get(send.customer());
            try {
                var happened = events.getOrDefault(send.customer(), Map.<String, Map<String, Object>>of());
                var wish = wishes.getOrDefault(send.id(), Wish.NONE);
                messages.put(send.id(), message(send, recipient, happened, tokens, wish));
            } catch (RenderFailed e) {
                failures.put(send.id(), String.valueOf(e.getMessage()));
            } catch (RuntimeException e) {
                // one message that breaks the renderer must not hold up the others of its claim
                failures.put(send.id(), e.getClass().getSimpleName());
            }
        }
        return new Composed(claimed, messages, failures);
    }

    private static Recipient present(Send send, @Nullable Recipient recipient) {
        if (recipient == null) {
            throw new RenderFailed("Customer " + send.customer().value() + " no longer exists");
        }
        return recipient;
    }

    /** The message of one send of a campaign; throws {@link RenderFailed}. */
    Outbound message(
            Send send, @Nullable Recipient known, Map<String, Map<String, Object>> events, Map<SendId, String> tokens) {
        return message(send, known, events, tokens, Wish.NONE);
    }

    /** The message of one send, with what belongs to it alone; throws {@link RenderFailed}. */
    Outbound message(
            Send send,
            @Nullable Recipient known,
            Map<String, Map<String, Object>> events,
            Map<SendId, String> tokens,
            Wish wish) {
        var recipient = present(send, known);
        var message = renderer.render(rendering(send, recipient, events, tokens, wish));
        return new Outbound(
                send.id(),
                send.attempt(),
                address(send, recipient),
                message,
                send.purpose(),
                optOut(send),
                wish.written() == null ? send.campaign() : Outbound.BY_HAND);
    }

    /** What the template of one send is filled with. */
    Rendering rendering(
            Send send,
            @Nullable Recipient known,
            Map<String, Map<String, Object>> events,
            Map<SendId, String> tokens,
            Wish wish) {
        var recipient = present(send, known);
        var links = new LinkedHashMap<String, String>();
        links.put("unsubscribe", optOut(send));
        if (send.asks()) {
            links.put("survey", url.of("/s/" + token(send, tokens)));
        }
        var written = wish.written();
        return new Rendering(
                send.template(),
                send.channel(),
                send.variant(),
                recipient.locale(),
                recipient.fields(),
                events,
                invitations.asks(send),
                links,
                wish.data(),
                written == null ? null : written.draft());
    }

    private String optOut(Send send) {
        return url.of("/u/" + unsubscribe.of(send.id()));
    }

    private static String token(Send send, Map<SendId, String> tokens) {
        var token = tokens.get(send.id());
        if (token == null) {
            throw new RenderFailed("Survey " + send.template() + " no longer exists; put back its file");
        }
        return token;
    }

    private static String address(Send send, Recipient recipient) {
        var address = recipient.address(send.channel());
        if (address == null) {
            throw new RenderFailed("Customer " + recipient.id().value() + " has no address for "
                    + send.channel().key() + " any more");
        }
        return address;
    }
}
