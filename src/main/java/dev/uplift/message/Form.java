package dev.uplift.message;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * What mails of one shape have in common: text with numbered gaps. There is one object for each shape, so that what is made
 * of it once can be kept by it.
 */
public final class Form {

    private final String text;
    private final boolean still;

    Form(String text) {
        this.text = text;
        this.still = text.indexOf(Pen.GAP) < 0;
    }

    /** Whether there is no gap, so that all mails have the same here. */
    public boolean still() {
        return still;
    }

    /** The text with these values in its gaps. */
    public String fill(List<String> values) {
        return fill(text, values, UnaryOperator.identity());
    }

    /** The same text in parts of whole lines, with and without gaps in turn. */
    public List<Form> lines() {
        var parts = new ArrayList<Form>();
        var done = 0;
        for (var gap = text.indexOf(Pen.GAP); gap >= 0; gap = text.indexOf(Pen.GAP, done)) {
            var line = text.lastIndexOf('\n', gap) + 1;
            add(parts, done, line);
            var end = text.indexOf('\n', gap) + 1;
            done = end == 0 ? text.length() : end;
            add(parts, line, done);
        }
        add(parts, done, text.length());
        return parts;
    }

    /** The text with each value in its gap, written in this way. */
    static String fill(String text, List<String> values, UnaryOperator<String> written) {
        var filled = new StringBuilder(text.length() + 512);
        var done = 0;
        for (var gap = text.indexOf(Pen.GAP); gap >= 0; gap = text.indexOf(Pen.GAP, done)) {
            filled.append(text, done, gap).append(written.apply(values.get(Pen.number(text.charAt(gap + 1)))));
            done = gap + 2;
        }
        return filled.append(text, done, text.length()).toString();
    }

    private void add(List<Form> parts, int from, int end) {
        if (from < end) {
            parts.add(new Form(text.substring(from, end)));
        }
    }
}
