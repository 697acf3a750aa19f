package dev.uplift.message;

import freemarker.core.HTMLOutputFormat;
import freemarker.template.TemplateModelException;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes the HTML of one mail as a shape with numbered gaps, and what goes into them. Mails of a template differ in their
 * values, rarely in their shape, so that what is costly need only be done once for each shape.
 */
final class Pen extends Writer {

    /** Begins a gap; the next character is its number. No character of any language, and taken out of all data. */
    static final char GAP = '\uFDD0';

    private static final char FIRST = '\uE000';
    private static final int MOST_GAPS = 0x1000;

    private final Shape nothing;
    private final List<String> values;
    private Shape shape;

    private Pen(Shape nothing, List<String> values) {
        this.nothing = nothing;
        this.shape = nothing;
        this.values = values;
    }

    Pen(Shape nothing) {
        this(nothing, new ArrayList<>());
    }

    /** A pen for another part of the same mail. */
    Pen next() {
        return new Pen(nothing, values);
    }

    /** The number of a gap by the character that follows its beginning. */
    static int number(char character) {
        return character - FIRST;
    }

    /** What was written so far. */
    Shape shape() {
        return shape;
    }

    /** What goes into the gaps, not escaped. */
    List<String> values() {
        return values;
    }

    /** What was written, as a mail's body. */
    Body body() {
        return new Body(shape.form(), values.stream().map(Markup::escape).toList());
    }

    @Override
    public void write(char[] characters, int from, int count) throws IOException {
        grow(shape.then(characters, from, count));
    }

    @Override
    public void write(String text, int from, int count) throws IOException {
        grow(shape.then(text.substring(from, from + count)));
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}

    private void grow(Shape more) throws IOException {
        if (more.length() > BoundedWriter.MOST) {
            throw new BoundedWriter.TooLong();
        }
        shape = more;
    }

    private void value(String text) throws IOException {
        var known = values.indexOf(text);
        if (known < 0 && values.size() == MOST_GAPS) {
            throw new BoundedWriter.TooLong();
        }
        if (known < 0) {
            values.add(text);
        }
        write(new char[] {GAP, (char) (FIRST + (known < 0 ? values.size() - 1 : known))}, 0, 2);
    }

    /** HTML that escapes values for everybody but a pen, which escapes them when it fills the gaps. */
    static final class Html extends HTMLOutputFormat {

        /** What {@link Markup} makes belongs to the usual HTML. */
        @Override
        public boolean isOutputFormatMixingAllowed() {
            return true;
        }

        @Override
        public void output(String text, Writer out) throws IOException, TemplateModelException {
            if (out instanceof Pen pen) {
                pen.value(text);
            } else {
                super.output(text, out);
            }
        }
    }
}
