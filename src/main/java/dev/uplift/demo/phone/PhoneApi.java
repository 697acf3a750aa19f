package dev.uplift.demo.phone;

import dev.uplift.demo.LocalOnly;
import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Conditional;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Stands in for Twilio's Messages API while no Twilio account is set. */
@RestController
@Conditional(LocalOnly.class)
class PhoneApi {

    /** As many as Twilio puts on a page. */
    private static final int MOST = 1_000;

    private final DemoAccount account;
    private final Phone phone;
    private final Texts texts;
    private final Clock clock;

    PhoneApi(DemoAccount account, Phone phone, Texts texts, Clock clock) {
        this.account = account;
        this.phone = phone;
        this.texts = texts;
        this.clock = clock;
    }

    @PostMapping(path = "/2010-04-01/Accounts/{sid}/Messages.json", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Map<String, @Nullable Object>> send(
            @PathVariable String sid,
            @RequestHeader(name = "Authorization", defaultValue = "") String authorization,
            @RequestParam Map<String, String> form) {
        if (!account.admits(authorization) || !sid.equals(account.sid())) {
            return refusal(HttpStatus.UNAUTHORIZED, 20003, "Authenticate");
        }
        var to = form.getOrDefault("To", "");
        var sender = form.getOrDefault("MessagingServiceSid", form.getOrDefault("From", ""));
        var body = form.getOrDefault("Body", "");
        if (!Numbers.reachable(to)) {
            return refusal(HttpStatus.BAD_REQUEST, 21211, "Invalid 'To' Phone Number");
        }
        if (sender.isEmpty()) {
            return refusal(HttpStatus.BAD_REQUEST, 21603, "A 'From' phone number is required");
        }
        if (body.isEmpty()) {
            return refusal(HttpStatus.BAD_REQUEST, 21602, "Message body is required");
        }
        var incoming = new Texts.Incoming(to, sender, body, form.get("StatusCallback"));
        return ResponseEntity.status(HttpStatus.CREATED)
                .body(MessageResource.queued(account.sid(), phone.take(incoming), incoming, clock.instant()));
    }

    /** What went to a number, by which Uplift finds out whether an SMS was taken whose answer was lost. */
    @GetMapping(path = "/2010-04-01/Accounts/{sid}/Messages.json", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Map<String, @Nullable Object>> list(
            @PathVariable String sid,
            @RequestHeader(name = "Authorization", defaultValue = "") String authorization,
            @RequestParam("To") String to) {
        return account.admits(authorization) && sid.equals(account.sid())
                ? ResponseEntity.ok(MessageResource.page(account.sid(), texts.of(to, MOST)))
                : refusal(HttpStatus.UNAUTHORIZED, 20003, "Authenticate");
    }

    private static ResponseEntity<Map<String, @Nullable Object>> refusal(HttpStatus status, int code, String message) {
        return ResponseEntity.status(status)
                .body(new java.util.LinkedHashMap<String, @Nullable Object>(
                        MessageResource.error(status.value(), code, message)));
    }
}
