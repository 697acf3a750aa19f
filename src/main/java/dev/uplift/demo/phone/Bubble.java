package dev.uplift.demo.phone;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** An SMS as a phone shows it: its text with the links in it; one's own stand apart. */
public record Bubble(String sender, String time, String iso, boolean own, List<Piece> pieces) {

    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    private static final Pattern LINK = Pattern.compile("https?://[^\\s<>\"]*[^\\s<>\".,;:!?)]");

    /** Some text, which may be a link. */
    public record Piece(String text, boolean link) {}

    static Bubble of(Text text, Locale locale) {
        return new Bubble(
                text.sender(), time(text.at(), locale), text.at().toString(), text.written(), pieces(text.body()));
    }

    static String time(Instant at, Locale locale) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(locale)
                .format(at.atZone(ZONE));
    }

    private static List<Piece> pieces(String body) {
        var pieces = new ArrayList<Piece>();
        var link = LINK.matcher(body);
        var end = 0;
        while (link.find()) {
            pieces.add(new Piece(body.substring(end, link.start()), false));
            pieces.add(new Piece(link.group(), true));
            end = link.end();
        }
        pieces.add(new Piece(body.substring(end), false));
        return pieces;
    }
}
