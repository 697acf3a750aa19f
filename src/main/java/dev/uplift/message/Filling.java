package dev.uplift.message;

import freemarker.core.InvalidReferenceException;
import freemarker.template.Template;
import freemarker.template.TemplateException;
import java.io.IOException;
import java.io.Writer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Fills templates with one recipient's data; what goes wrong is told by place and variable, never by value. */
final class Filling {

    private static final String STILL = "still";
    private static final Pattern BREAKS = Pattern.compile("[\\s\\p{Cc}\\p{Zl}\\p{Zp}]+");

    private final Map<String, Object> data;
    private final Locale locale;

    Filling(Map<String, Object> data, Locale locale) {
        this.data = data;
        this.locale = locale;
    }

    /** The same with more data. */
    Filling with(Map<String, Object> more) {
        var all = new HashMap<>(data);
        all.putAll(more);
        return new Filling(all, locale);
    }

    /** The text of one line, whatever line breaks the data contain. */
    String line(Template template) {
        return template.getCustomAttribute(STILL) instanceof String still ? still : oneLine(fill(template));
    }

    /** Remembers the text of a template that says the same to everybody, so that it need not be filled. */
    static void remember(Template template, String source) {
        if (!source.contains("${") && !source.contains("<#") && !source.contains("<@")) {
            template.setCustomAttribute(STILL, oneLine(source.strip()));
        }
    }

    /** The text on one line. */
    static String oneLine(String text) {
        return smooth(text) ? text : BREAKS.matcher(text).replaceAll(" ").strip();
    }

    /** The whole text, without empty lines around it. */
    String fill(Template template) {
        var writer = new BoundedWriter();
        write(template, writer);
        return writer.toString().strip();
    }

    /** The same, written by this writer. */
    void write(Template template, Writer writer) {
        try {
            var environment = template.createProcessingEnvironment(data, writer, Sandbox.VALUES);
            environment.setLocale(locale);
            environment.process();
        } catch (InvalidReferenceException e) {
            throw missing(template, e);
        } catch (TemplateException e) {
            throw wrong(template, e);
        } catch (BoundedWriter.TooLong e) {
            throw new RenderFailed(name(template) + " writes more than 256 KB; make it shorter.");
        } catch (StackOverflowError e) {
            throw new RenderFailed(name(template) + " is nested too deeply; make it flatter.");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether nothing needs to be collapsed: most texts, and to look is quicker than to match. */
    private static boolean smooth(String text) {
        for (var i = 0; i < text.length(); i++) {
            var character = text.charAt(i);
            if (odd(character) || (character == ' ' && (i + 1 == text.length() || text.charAt(i + 1) == ' '))) {
                return false;
            }
        }
        return true;
    }

    private static boolean odd(char character) {
        return character < ' '
                || (character >= '\u007f' && character <= '\u00a0')
                || (character >= '\u1680' && character <= '\u3000');
    }

    private static RenderFailed missing(Template template, InvalidReferenceException e) {
        var variable = variable(e.getBlamedExpressionString());
        return new RenderFailed(name(template) + place(e) + " needs " + variable
                + ", which is missing here; add the value, or a default such as ${" + variable + "!'…'}.");
    }

    private static RenderFailed wrong(Template template, TemplateException e) {
        return new RenderFailed(name(template) + place(e) + " cannot use " + variable(e.getBlamedExpressionString())
                + " in this way; check that it is the kind of value (text, number, date, yes/no) expected there.");
    }

    private static String variable(@Nullable String blamed) {
        return blamed == null ? "a value" : blamed;
    }

    private static String place(TemplateException e) {
        return e.getLineNumber() == null ? "" : ", line " + e.getLineNumber() + ", column " + e.getColumnNumber() + ",";
    }

    private static String name(Template template) {
        return "Template " + template.getName();
    }
}
