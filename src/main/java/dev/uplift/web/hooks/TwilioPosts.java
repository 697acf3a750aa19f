package dev.uplift.web.hooks;

import dev.uplift.channel.TwilioHooks;
import dev.uplift.delivery.Ledger;
import dev.uplift.platform.PublicUrl;
import dev.uplift.platform.SendId;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Twilio's calls; a wrong signature is answered with 403, success only once what was said is stored. */
@RestController
@RequestMapping("/hooks/twilio")
class TwilioPosts {

    private static final MediaType TWIML = new MediaType(MediaType.TEXT_XML, StandardCharsets.UTF_8);

    private final TwilioHooks hooks;
    private final PublicUrl url;
    private final Ledger ledger;
    private final SmsConversation conversation;
    private final Clock clock;

    TwilioPosts(TwilioHooks hooks, PublicUrl url, Ledger ledger, SmsConversation conversation, Clock clock) {
        this.hooks = hooks;
        this.url = url;
        this.ledger = ledger;
        this.conversation = conversation;
        this.clock = clock;
    }

    @PostMapping("/status/{send:[0-9a-fA-F-]{36}}.{attempt:[0-9]{1,4}}")
    ResponseEntity<Void> status(
            @PathVariable UUID send,
            @PathVariable String attempt,
            @RequestParam Map<String, String> parameters,
            @RequestHeader(name = "X-Twilio-Signature", defaultValue = "") String signature) {
        if (!genuine("/hooks/twilio/status/" + send + "." + attempt, parameters, signature)) {
            return ResponseEntity.status(HttpStatus.FORBIDDEN).build();
        }
        hooks.receipt(new SendId(send), Integer.parseInt(attempt), parameters, clock.instant())
                .ifPresent(ledger::receive);
        return ResponseEntity.noContent().build();
    }

    @PostMapping("/inbound")
    ResponseEntity<String> inbound(
            @RequestParam Map<String, String> parameters,
            @RequestHeader(name = "X-Twilio-Signature", defaultValue = "") String signature) {
        if (!genuine("/hooks/twilio/inbound", parameters, signature)) {
            return ResponseEntity.status(HttpStatus.FORBIDDEN).build();
        }
        var words = conversation.hear(
                hooks.key(parameters), parameters.getOrDefault("From", ""), parameters.getOrDefault("Body", ""));
        return ResponseEntity.ok().contentType(TWIML).body(hooks.reply(words));
    }

    private boolean genuine(String path, Map<String, String> parameters, String signature) {
        return hooks.authentic(url.of(path), parameters, signature);
    }
}
