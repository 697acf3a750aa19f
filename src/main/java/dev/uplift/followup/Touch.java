package dev.uplift.followup;

/**
 * A contact with a customer that an agent made by hand.
 *
 * @param channel {@code call} or {@code visit}
 * @param reached whether the customer was there
 * @param text what was said, at most 2,000 characters
 */
public record Touch(String channel, boolean reached, String text) {

    private static final int LONGEST = 2000;

    /** Throws IllegalArgumentException for another channel or a longer text. */
    public Touch {
        if (!channel.equals("call") && !channel.equals("visit")) {
            throw new IllegalArgumentException("Log a call or a visit, not '" + channel + "'");
        }
        if (text.length() > LONGEST) {
            throw new IllegalArgumentException("A note has at most " + LONGEST + " characters, not " + text.length());
        }
    }
}
