package dev.uplift.lab;

import java.util.HashMap;
import java.util.Map;

/** What Twilio reports, signed as it signs. */
final class Callbacks {

    private Callbacks() {}

    /** Reports a status of a send to a node. */
    static void post(World world, Node node, String send, String status) {
        post(world, node, send, status, "");
    }

    /** Reports a status with an error code. */
    static void post(World world, Node node, String send, String status, String code) {
        var address = world.twilio().callbacks().get(send);
        if (address == null) {
            throw new IllegalStateException("Twilio has not taken send " + send);
        }
        var form = new HashMap<>(
                Map.of("MessageSid", TwilioSink.sid(send), "MessageStatus", status, "AccountSid", "AC0123456789"));
        if (!code.isEmpty()) {
            form.put("ErrorCode", code);
        }
        node.api().twilio(address.substring(world.publicUrl().length()), form, world.publicUrl());
    }

    /** Somebody writes STOP. */
    static void stop(World world, Node node, String phone, int number) {
        var form = Map.of("From", phone, "Body", "STOP", "MessageSid", "SM-stop-" + number);
        node.api().twilio("/hooks/twilio/inbound", form, world.publicUrl());
    }
}
