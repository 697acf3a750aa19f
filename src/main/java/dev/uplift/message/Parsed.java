package dev.uplift.message;

import dev.uplift.platform.Medium;
import dev.uplift.platform.Problem;
import freemarker.template.Template;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One template file, read.
 *
 * @param hash SHA-256 of the source, hexadecimal
 * @param subject null for anything but mail
 * @param preheader null for anything but mail
 * @param reason why the customer gets this, or null if the layout is to say it
 * @param body null if it is broken
 * @param problems what is wrong with it
 */
record Parsed(
        TemplateFile file,
        String hash,
        @Nullable Template subject,
        @Nullable Template preheader,
        @Nullable Template reason,
        @Nullable Template body,
        List<Problem> problems) {

    static Parsed of(TemplateFile file, String hash, String source, Sandbox sandbox) {
        var problems = new ArrayList<Problem>();
        if (file.medium() != Medium.EMAIL) {
            var body = sandbox.text(file.where(), source, problems::add);
            return new Parsed(file, hash, null, null, null, body, List.copyOf(problems));
        }
        var front = FrontMatter.of(file.where(), source, problems::add);
        return new Parsed(
                file,
                hash,
                line(front, FrontMatter.SUBJECT, file, sandbox, problems),
                line(front, FrontMatter.PREHEADER, file, sandbox, problems),
                line(front, FrontMatter.REASON, file, sandbox, problems),
                sandbox.html(file.where(), front.body(), problems::add),
                List.copyOf(problems));
    }

    static Parsed broken(TemplateFile file, Problem problem) {
        return new Parsed(file, "", null, null, null, null, List.of(problem));
    }

    private static @Nullable Template line(
            FrontMatter front, String name, TemplateFile file, Sandbox sandbox, List<Problem> problems) {
        var source = front.fields().get(name);
        var template = source == null ? null : sandbox.text(file.where(), source, problems::add);
        if (template != null && source != null) {
            Filling.remember(template, source);
        }
        return template;
    }
}
