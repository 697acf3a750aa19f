package dev.uplift.message;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The text of all mails of one shape: their HTML is read once, then only filled. */
final class Wording {

    /** Stands for a line under a heading; the next character is what it is drawn with. */
    static final char UNDERLINE = '\uFDD1';

    /** Empty if the text depends on more than the values in the gaps. */
    private final Optional<String> text;

    private Wording(Optional<String> text) {
        this.text = text;
    }

    /** Whether a template's own text has a character that means something here. */
    static boolean reserves(String source) {
        return source.indexOf(Pen.GAP) >= 0 || source.indexOf(UNDERLINE) >= 0;
    }

    /** The text of a mail, the same as {@link PlainText} gives for its HTML. */
    static String of(Shape shape, List<String> values, Body html) {
        if (!values.stream().allMatch(Wording::plain)) {
            return PlainText.of(html.toString());
        }
        var known = shape.wording();
        if (known == null) {
            known = new Wording(learn(shape, values, html));
            shape.wording(known);
        }
        return known.text.map(text -> fill(text, values)).orElseGet(() -> PlainText.of(html.toString()));
    }

    /** The text with the values in its gaps, and then with the lines under its headings. */
    static String fill(String shape, List<String> values) {
        var text = Form.fill(shape, values, UnaryOperator.identity());
        var drawn = new StringBuilder(text.length() + 64);
        var done = 0;
        for (var line = text.indexOf(UNDERLINE); line >= 0; line = text.indexOf(UNDERLINE, done)) {
            drawn.append(text, done, line);
            Lines.underline(drawn, text.charAt(line + 1));
            done = line + 2;
        }
        return drawn.append(text, done, text.length()).toString();
    }

    private static Optional<String> learn(Shape shape, List<String> values, Body html) {
        return Optional.of(PlainText.shape(shape.whole()))
                .filter(text -> fill(text, values).equals(PlainText.of(html.toString())));
    }

    /** Whether a value takes its place among words as it is: not empty, and no white space that would collapse. */
    private static boolean plain(String value) {
        var before = ' ';
        for (var i = 0; i < value.length(); i++) {
            var character = value.charAt(i);
            if (character < ' ' || (character == ' ' && before == ' ')) {
                return false;
            }
            before = character;
        }
        return before != ' ';
    }
}
