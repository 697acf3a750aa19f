package dev.uplift.web.hooks;

import dev.uplift.channel.TwilioHooks;
import dev.uplift.delivery.Ledger;
import dev.uplift.platform.PublicUrl;
import dev.uplift.platform.SendId;
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

    private static final String NO_REPLY = "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Response/>";

    private final TwilioHooks hooks;
    private final PublicUrl url;
    private final Ledger ledger;
    private final StopWords stopWords;
    private final Clock clock;

    TwilioPosts(TwilioHooks hooks, PublicUrl url, Ledger ledger, StopWords stopWords, Clock clock) {
        this.hooks = hooks;
        this.url = url;
        this.ledger = ledger;
        this.stopWords = stopWords;
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
        if (hooks.stops(parameters.getOrDefault("Body", ""))) {
            stopWords.heard(parameters.getOrDefault("From", ""), parameters.getOrDefault("MessageSid", "unknown"));
        }
        return ResponseEntity.ok().contentType(MediaType.TEXT_XML).body(NO_REPLY);
    }

    private boolean genuine(String path, Map<String, String> parameters, String signature) {
        return hooks.authentic(url.of(path), parameters, signature);
    }
}
