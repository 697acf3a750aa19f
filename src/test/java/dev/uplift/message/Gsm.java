package dev.uplift.message;

/** Counts the parts of a text message by GSM 03.38: 153 septets each, or 67 UTF-16 units if a letter is not in it. */
public final class Gsm {

    private static final String BASIC = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
            + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
    private static final String EXTENDED = "^{}\\[~]|€";

    private Gsm() {}

    /** How many parts a text takes. */
    public static int segments(String text) {
        if (text.chars().anyMatch(letter -> (BASIC + EXTENDED).indexOf(letter) < 0)) {
            return text.length() <= 70 ? 1 : (text.length() + 66) / 67;
        }
        var septets =
                text.chars().map(letter -> EXTENDED.indexOf(letter) < 0 ? 1 : 2).sum();
        return septets <= 160 ? 1 : (septets + 152) / 153;
    }
}
