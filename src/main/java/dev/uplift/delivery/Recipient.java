package dev.uplift.delivery;

import dev.uplift.platform.CustomerId;
import dev.uplift.platform.Medium;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A customer as a message needs to know them. */
record Recipient(
        CustomerId id,
        String externalId,
        @Nullable String email,
        @Nullable String phone,
        String locale,
        Map<String, Object> attributes) {

    @Nullable
    String address(Medium channel) {
        return channel == Medium.EMAIL ? email : phone;
    }

    /** What templates call {@code customer}. */
    Map<String, Object> fields() {
        var fields = new HashMap<>(attributes);
        fields.put("externalId", externalId);
        fields.put("locale", locale);
        if (email != null) {
            fields.put("email", email);
        }
        return fields;
    }
}
