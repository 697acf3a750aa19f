package dev.uplift.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.List;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessagesTests {

    private static final Path MESSAGES = Path.of("src/main/resources/messages");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\d}");
    private static final Pattern LONELY_QUOTE = Pattern.compile("(?<!')'(?!')");

    /** A whole key in a template or a class; keys that are put together end in a dot or a quote and a plus. */
    private static final Pattern USED = Pattern.compile("\"(staff\\.[a-zA-Z0-9_.-]*[a-zA-Z0-9_-])\"");

    @ParameterizedTest
    @ValueSource(strings = {"staff", "customer", "demo"})
    void saysEverythingInBothLanguages(String area) throws IOException {
        var english = messages(area);
        var german = messages(area + "_de");

        assertThat(german.keySet()).isEqualTo(english.keySet());
        assertThat(english.stringPropertyNames()).allMatch(key -> key.startsWith(area + "."));
        assertThat(english.stringPropertyNames())
                .allMatch(key -> placeholders(english, key).equals(placeholders(german, key)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"staff", "staff_de", "customer", "customer_de", "demo", "demo_de"})
    void quotesApostrophesInTextsWithPlaceholders(String bundle) throws IOException {
        var messages = messages(bundle);

        assertThat(messages.stringPropertyNames())
                .filteredOn(
                        key -> PLACEHOLDER.matcher(messages.getProperty(key)).find())
                .noneMatch(
                        key -> LONELY_QUOTE.matcher(messages.getProperty(key)).find())
                .allSatisfy(key -> new MessageFormat(messages.getProperty(key)));
    }

    @Test
    void knowsEveryKeyThatPagesUse() throws IOException {
        var known = messages("staff").stringPropertyNames();

        assertThat(used()).allMatch(known::contains);
    }

    private static Stream<String> used() throws IOException {
        var sources = Stream.of(
                Path.of("src/main/java/dev/uplift/web/staff"),
                Path.of("src/main/resources/templates/staff"),
                Path.of("src/main/resources/templates/error.ftlh"));
        return sources.flatMap(MessagesTests::files)
                .flatMap(file -> USED.matcher(text(file)).results())
                .map(match -> match.group(1))
                .distinct();
    }

    private static Stream<Path> files(Path folder) {
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList().stream();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static List<String> placeholders(Properties messages, String key) {
        return PLACEHOLDER
                .matcher(messages.getProperty(key))
                .results()
                .map(match -> match.group())
                .sorted()
                .distinct()
                .toList();
    }

    private static Properties messages(String bundle) throws IOException {
        var properties = new Properties();
        try (var source = Files.newBufferedReader(MESSAGES.resolve(bundle + ".properties"))) {
            properties.load(source);
        }
        return properties;
    }
}
