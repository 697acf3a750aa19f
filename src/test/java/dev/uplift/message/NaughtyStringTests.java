package dev.uplift.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.uplift.platform.Medium;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Names as the Big List of Naughty Strings has them must come out escaped in HTML and unharmed in text. */
class NaughtyStringTests {

    private static final Renderer RENDERER =
            new Renderer(new Templates(Path.of("templates"), Sample.SETTINGS.company()), Sample.SETTINGS);

    @Test
    void carriesNaughtyNamesUnharmed() {
        for (var name : naughtyStrings()) {
            var customer = Map.<String, Object>of("lastName", name);

            var mail = RENDERER.render(Sample.of(customer).with("win-back", Medium.EMAIL, "de"));

            var greeting = (plain("Guten Tag " + name) + ",").replace(" ,", ",");
            assertThat(plain(mail.text()).replace(" ,", ",")).contains(greeting);
            var page = Jsoup.parse(Sample.html(mail));
            assertThat(page.select("script, iframe, svg, object, embed, form, input, img, a[href^=javascript]"))
                    .as(name)
                    .isEmpty();
            assertThat(page.select("*").stream().flatMap(element -> element.attributes().asList().stream()))
                    .noneMatch(attribute -> attribute.getKey().startsWith("on"));
        }
    }

    private static List<String> naughtyStrings() {
        var file = Stream.of("../shared/corpora", "../../shared/corpora")
                .map(corpora -> Path.of(corpora, "naughty-strings", "blns.json"))
                .filter(Files::exists)
                .findFirst();
        assumeTrue(file.isPresent(), "the naughty strings are not beside this checkout");
        return new JsonMapper().readValue(file.orElseThrow().toFile(), new TypeReference<List<String>>() {});
    }

    private static String plain(String text) {
        return text.replaceAll("[\\p{Cc}\\p{Cs}&&[^\\s]]", "")
                .replaceAll("(?U)\\s+", " ")
                .strip();
    }

    @Test
    void takesOutOfNamesWhatMarksGapsInMails() {
        for (var name : List.of("\uFDD0x ", "\uFDD1= ", "\uE000 ", "\uF8FF")) {
            var mail = RENDERER.render(
                    Sample.of(Map.<String, Object>of("lastName", name)).with("win-back", Medium.EMAIL, "de"));

            assertThat(mail.text()).doesNotContain("\uFDD0").doesNotContain("\uFDD1");
        }
    }
}
