package dev.uplift.message;

import freemarker.template.Template;
import java.util.Map;
import java.util.Objects;

/** The body of a mail that a person wrote: paragraphs of plain text, escaped as all data are. */
final class LetterBody {

    private static final String SOURCE = """
            <#list paragraphs as lines><p><#list lines as line>${line}<#sep><br></#list></p>
            </#list>""";

    private static final int PREHEADER = 90;

    private final Template template;

    LetterBody(Sandbox sandbox) {
        var template = sandbox.html("a person's own words", SOURCE, problem -> {
            throw new IllegalStateException(problem.toString());
        });
        this.template = Objects.requireNonNull(template, "The product's own template can be read");
    }

    /** Subject and preheader of what was written. */
    MailHead head(Draft words) {
        var text = Filling.oneLine(words.printable());
        var preheader = text.length() <= PREHEADER ? text : text.substring(0, text.lastIndexOf(' ', PREHEADER) + 1);
        return new MailHead(Filling.oneLine(Values.printable(words.subject())), preheader.strip());
    }

    void write(Draft words, Filling filling, Pen pen) {
        filling.with(Map.of("paragraphs", words.paragraphs())).write(template, pen);
    }
}
