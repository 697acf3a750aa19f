package dev.uplift.message;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/** Mails as text by their shape: read as HTML once, then only filled. */
final class Shape {

    /** Stands for a line under a heading; the next character is what it is drawn with. */
    static final char UNDERLINE = '\uFDD1';

    private static final int MOST = 1_000;

    /** The text of each shape; empty for a shape whose text depends on more than the values in its gaps. */
    private final Map<String, Optional<String>> texts = new ConcurrentHashMap<>();

    /** Whether a template's own text has a character that means something here. */
    static boolean reserves(String source) {
        return source.indexOf(Pen.GAP) >= 0 || source.indexOf(UNDERLINE) >= 0;
    }

    static String html(String shape, List<String> values) {
        return fill(shape, values, Markup::escape);
    }

    /** The text of a mail, the same as {@link PlainText} gives for its HTML. */
    String text(String shape, List<String> values, String html) {
        if (!values.stream().allMatch(Shape::plain)) {
            return PlainText.of(html);
        }
        if (texts.size() > MOST) {
            texts.clear();
        }
        return texts.computeIfAbsent(shape, fresh -> learn(fresh, values, html))
                .map(text -> fill(text, values, UnaryOperator.identity()))
                .orElseGet(() -> PlainText.of(html));
    }

    private static Optional<String> learn(String shape, List<String> values, String html) {
        var text = PlainText.shape(shape);
        return Optional.of(text)
                .filter(known -> fill(known, values, UnaryOperator.identity()).equals(PlainText.of(html)));
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

    static String fill(String shape, List<String> values, UnaryOperator<String> written) {
        var text = new StringBuilder(shape.length() + 512);
        var done = 0;
        for (var at = next(shape, 0); at >= 0; at = next(shape, done)) {
            text.append(shape, done, at);
            var what = shape.charAt(at + 1);
            if (shape.charAt(at) == UNDERLINE) {
                Lines.underline(text, what);
            } else {
                text.append(written.apply(values.get(Pen.number(what))));
            }
            done = at + 2;
        }
        return text.append(shape, done, shape.length()).toString();
    }

    private static int next(String shape, int from) {
        var gap = shape.indexOf(Pen.GAP, from);
        var line = shape.indexOf(UNDERLINE, from);
        return gap < 0 || (line >= 0 && line < gap) ? line : gap;
    }
}
