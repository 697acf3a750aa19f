package dev.uplift.demo.phone;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The JSON of Twilio's Message resource, API version 2010-04-01, for an SMS. */
final class MessageResource {

    /** RFC 2822 with two digits for the day and a numeric zone, the only form that Twilio's own libraries read. */
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss Z", Locale.US);

    private static final int CHARACTERS_PER_SEGMENT = 153;

    private MessageResource() {}

    /** One that was just queued. */
    static Map<String, @Nullable Object> queued(String account, String sid, Texts.Incoming incoming, Instant now) {
        return of(account, sid, incoming, now, "queued");
    }

    /** One page with all of these, which are on their phones. */
    static Map<String, @Nullable Object> page(String account, List<Text> texts) {
        var messages = texts.stream().map(text -> delivered(account, text)).toList();
        var page = new LinkedHashMap<String, @Nullable Object>();
        page.put("messages", messages);
        page.put("page", 0);
        page.put("page_size", messages.size());
        page.put("uri", "/2010-04-01/Accounts/" + account + "/Messages.json");
        page.put("next_page_uri", null);
        return page;
    }

    private static Map<String, @Nullable Object> delivered(String account, Text text) {
        var taken = new Texts.Incoming(text.recipient(), text.sender(), text.body(), text.statusCallback());
        return of(account, text.sid(), taken, text.at(), "delivered");
    }

    private static Map<String, @Nullable Object> of(
            String account, String sid, Texts.Incoming incoming, Instant now, String status) {
        var created = TIME.format(now.atOffset(ZoneOffset.UTC));
        var uri = "/2010-04-01/Accounts/" + account + "/Messages/" + sid;
        var service = incoming.sender().startsWith("MG");
        var fields = new LinkedHashMap<String, @Nullable Object>();
        fields.put("account_sid", account);
        fields.put("api_version", "2010-04-01");
        fields.put("body", incoming.body());
        fields.put("date_created", created);
        fields.put("date_sent", null);
        fields.put("date_updated", created);
        fields.put("direction", "outbound-api");
        fields.put("error_code", null);
        fields.put("error_message", null);
        fields.put("from", service ? null : incoming.sender());
        fields.put("messaging_service_sid", service ? incoming.sender() : null);
        fields.put("num_media", "0");
        fields.put("num_segments", Integer.toString(1 + incoming.body().length() / CHARACTERS_PER_SEGMENT));
        fields.put("price", null);
        fields.put("price_unit", "EUR");
        fields.put("sid", sid);
        fields.put("status", status);
        fields.put("subresource_uris", Map.of("media", uri + "/Media.json"));
        fields.put("to", incoming.to());
        fields.put("uri", uri + ".json");
        return fields;
    }

    /** The JSON of an error, as Twilio documents it for each code. */
    static Map<String, Object> error(int status, int code, String message) {
        return Map.of(
                "code", code,
                "message", message,
                "more_info", "https://www.twilio.com/docs/errors/" + code,
                "status", status);
    }
}
