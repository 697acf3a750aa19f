package dev.uplift.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.uplift.platform.Medium;
import dev.uplift.platform.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateSafetyTests {

    private final Sandbox sandbox = new Sandbox(Sample.SETTINGS.company());

    @TempDir
    private Path folder = Path.of("");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<#assign ex=\"freemarker.template.utility.Execute\"?new()> ${ex(\"id\")}",
                "${\"freemarker.template.utility.Execute\"?new()(\"id\")}",
                "${\"freemarker.template.utility.ObjectConstructor\"?new()(\"java.lang.ProcessBuilder\",\"id\").start()}",
                "${\"freemarker.template.utility.JythonRuntime\"?new()}",
                "${customer?api.class.protectionDomain.classLoader}",
                "${product.getClass().getProtectionDomain().getCodeSource()}",
                "${.data_model?keys?join(\",\")}",
                "${.globals}",
                "${.main}",
                "${.template_name}",
                "${.now}",
                "<#include \"/etc/passwd\">",
                "<#import \"/etc/passwd\" as p>",
                "${\"<#include '/etc/passwd'>\"?interpret}",
                "<@\"${customer.firstName}\"?interpret />",
                "${\"1+1\"?eval}",
                "${\"{}\"?eval_json}",
                "${customer.firstName?no_esc}",
                "<#noautoesc>${customer.firstName}</#noautoesc>",
                "<#outputformat \"plainText\">${customer.firstName}</#outputformat>",
                "<#ftl output_format=\"plainText\">${customer.firstName}",
                "<#ftl auto_esc=false>${customer.firstName}",
                "<#list 1.. as i></#list>",
                "<#list 1..1000000000 as i>x</#list>",
                "<#list 1..99 as a><#list 1..99 as b><#list 1..99 as c>x</#list></#list></#list>",
                "${(1..2000000000)?join(\",\")}",
                "${\"x\"?left_pad(2000000000)}",
                "${\"x\"?right_pad(2000000000)}",
                "<#macro m><@m/></#macro><@m/>",
                "<#function f><#return f()></#function>${f()}",
                "<#assign x=\"xx\"><#list 1..99 as i><#assign x=x+x></#list>",
                "<#setting number_format=\"0\">",
                "${\"aaaaaaaa\"?matches(\"(a+)+b\")}",
                "${\"a\"?replace(\"a\", \"aa\")}",
                "${1?string(\"0.00\")}",
                "${1?string[\"0.00\"]}",
                "${[1,2]?map(i -> i?string)?join(\"\")}",
                "<#attempt>x<#recover>y</#attempt>",
                "<#switch 1><#case 1>${\"x\"?new()}</#switch>",
                "${customer.firstName!(\"freemarker.template.utility.Execute\"?new()(\"id\"))}",
                "${\"a ${'x'?new()} b\"}",
                "<#stop \"x\">",
                "<#visit customer>"
            })
    void refusesWhatCouldReachOutsideOrNeverEnd(String source) {
        var problems = new ArrayList<Problem>();

        var html = sandbox.html("key/email.de.ftlh", source, problems::add);
        var text = sandbox.text("key/sms.de.ftl", source, problems::add);

        assertThat(html).isNull();
        assertThat(text).isNull();
        assertThat(problems).isNotEmpty().allSatisfy(problem -> {
            assertThat(problem.where()).startsWith("key/");
            assertThat(problem.remedy()).isNotBlank();
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"#{7*7}", "[#assign x=1]", "[=7*7]", "{{7*7}}", "<%= 7*7 %>", "$!{7}", "*{7*7}"})
    void printsForeignTemplateLanguagesAsTheyAre(String source) throws IOException {
        Files.createDirectories(folder.resolve("plain"));
        Files.writeString(folder.resolve("plain/sms.de.ftl"), source);

        assertThat(render("plain")).isEqualTo(source);
    }

    @Test
    void refusesNumbersThatWouldFillTheMemory() throws IOException {
        Files.createDirectories(folder.resolve("huge"));
        Files.writeString(folder.resolve("huge/sms.de.ftl"), "${\"1e999999999\"?number}");

        assertThatExceptionOfType(RenderFailed.class).isThrownBy(() -> render("huge"));
    }

    @Test
    void survivesAbsurdNesting() {
        var problems = new ArrayList<Problem>();

        sandbox.html("deep.ftlh", "${" + "(".repeat(40_000) + "1" + ")".repeat(40_000) + "}", problems::add);
        sandbox.html("deep.ftlh", "<#if true>".repeat(4_000) + "</#if>".repeat(4_000), problems::add);

        assertThat(problems).allSatisfy(problem -> assertThat(problem.what()).contains("nested"));
    }

    @Test
    void namesTheLineAndColumnOfWhatItRefuses() {
        var problems = new ArrayList<Problem>();

        sandbox.html("key/email.de.ftlh", "<p>\n  ${customer.firstName?no_esc}</p>", problems::add);

        assertThat(problems).singleElement().satisfies(problem -> {
            assertThat(List.of(problem.line(), problem.column())).isEqualTo(List.of(2, 5));
            assertThat(problem.what()).contains("?no_esc");
        });
    }

    private String render(String key) {
        var templates = new Templates(folder, Sample.SETTINGS.company());
        return new Renderer(templates, Sample.SETTINGS)
                .render(Sample.of(Map.of("firstName", "Anna")).with(key, Medium.SMS, "de"))
                .text();
    }
}
