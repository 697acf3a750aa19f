package dev.uplift.demo.phone;

import java.util.Locale;

/** A number in the list. */
public record Line(String number, String time, String iso, String body, long texts) {

    static Line of(Conversation conversation, Locale locale) {
        return new Line(
                conversation.number(),
                Bubble.time(conversation.at(), locale),
                conversation.at().toString(),
                conversation.body(),
                conversation.texts());
    }
}
