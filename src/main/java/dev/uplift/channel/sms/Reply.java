package dev.uplift.channel.sms;

import com.twilio.twiml.MessagingResponse;
import com.twilio.twiml.messaging.Body;
import com.twilio.twiml.messaging.Message;

/** What Twilio is to do with a message that came in, in its own markup (TwiML). */
public final class Reply {

    private Reply() {}

    /** Sends these words back; no message at all if there are none. */
    public static String with(String text) {
        var response = new MessagingResponse.Builder();
        return text.isEmpty()
                ? response.build().toXml()
                : response.message(new Message.Builder()
                                .body(new Body.Builder(text).build())
                                .build())
                        .build()
                        .toXml();
    }
}
