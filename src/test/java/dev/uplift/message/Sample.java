package dev.uplift.message;

import static java.util.Objects.requireNonNull;

import dev.uplift.platform.Medium;
import dev.uplift.platform.Metric;
import dev.uplift.platform.UpliftSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** The data for a preview of a template, as its {@code sample.json} holds them. */
record Sample(
        Map<String, Object> customer,
        Map<String, Map<String, Object>> events,
        @Nullable String asks,
        Map<String, String> links) {

    static final UpliftSettings SETTINGS = new UpliftSettings(
            Path.of("target"),
            Path.of("."),
            null,
            null,
            null,
            null,
            new UpliftSettings.Company(
                    "Nordwerk Energie",
                    "nordwerk.example",
                    "Nordwerk Energie GmbH, Am Alten Hafen 12, 28195 Bremen",
                    "service@nordwerk.example",
                    List.of("de", "en"),
                    "Europe/Berlin",
                    "DE"));

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(tools.jackson.databind.DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    static Sample of(Path template) {
        return JSON.readValue(template.resolve("sample.json").toFile(), Sample.class);
    }

    static Sample of(Map<String, Object> customer) {
        return new Sample(customer, Map.of(), null, Map.of("unsubscribe", "https://example.org/u/1"));
    }

    static String html(Message message) {
        return requireNonNull(message.html()).toString();
    }

    private @Nullable Metric metric() {
        return asks == null ? null : Metric.of(asks).orElseThrow();
    }

    Rendering with(String key, Medium medium, String locale) {
        return new Rendering(key, medium, null, locale, customer, events, metric(), links);
    }
}
