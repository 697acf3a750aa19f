package dev.uplift.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** House rules of the pages: what the content security policy would refuse must not even be written. */
class PageTemplateTests {

    private static final Path TEMPLATES = Path.of("src/main/resources/templates");
    private static final Path STATIC = Path.of("src/main/resources/static");

    private static final Pattern STYLE = Pattern.compile("\\sstyle\\s*=|<style", Pattern.CASE_INSENSITIVE);
    private static final Pattern HANDLER = Pattern.compile("<[^>#@]*\\son[a-z]+\\s*=", Pattern.CASE_INSENSITIVE);
    private static final Pattern SCRIPT = Pattern.compile("<script(?![^>]*\\ssrc=)", Pattern.CASE_INSENSITIVE);
    private static final Pattern UNESCAPED = Pattern.compile("\\?no_esc|<#noautoesc|<#outputformat");
    private static final Pattern FOREIGN = Pattern.compile("(src|href)=\"(https?:)?//", Pattern.CASE_INSENSITIVE);
    private static final Pattern ICON =
            Pattern.compile("(?:@ui\\.icon |icon_name=|\"@icon |Item\\([^)]*?, )\"([a-z0-9-]+)\"");

    @Test
    void keepsStylesAndScriptsOutOfPages() throws IOException {
        for (var rule : List.of(STYLE, HANDLER, SCRIPT)) {
            assertThat(pages())
                    .as(rule.pattern())
                    .noneMatch(page -> rule.matcher(text(page)).find());
        }
    }

    @Test
    void escapesEverythingAndLoadsNothingFromElsewhere() throws IOException {
        assertThat(pages()).noneMatch(page -> UNESCAPED.matcher(text(page)).find());
        assertThat(pages()).noneMatch(page -> FOREIGN.matcher(text(page)).find());
    }

    @Test
    void hasEveryIconItShows() throws IOException {
        var sprite = text(STATIC.resolve("icons.svg"));

        var shown = pages().stream()
                .flatMap(page -> ICON.matcher(text(page)).results())
                .map(icon -> icon.group(1))
                .toList();

        assertThat(shown).isNotEmpty().allMatch(icon -> sprite.contains("id=\"" + icon + "\""));
    }

    private static List<Path> pages() throws IOException {
        try (Stream<Path> files = Files.walk(TEMPLATES)) {
            return files.filter(file -> file.toString().endsWith(".ftlh")).toList();
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
