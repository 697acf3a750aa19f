package dev.uplift.message;

import dev.uplift.platform.Medium;
import dev.uplift.platform.Metric;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a template is filled with for one recipient.
 *
 * @param template key of the template
 * @param variant the variant drawn, or null
 * @param locale the recipient's language tag; the company's language is used where the template lacks it
 * @param customer {@code externalId}, {@code email}, {@code locale} and all attributes by name
 * @param events for each type of event the properties of the recipient's newest one, with {@code at}
 * @param asks what the survey of its links asks for, or null
 * @param links absolute addresses by name: {@code unsubscribe} and, for a survey, {@code survey}
 * @param data what templates call {@code data}: whatever belongs to this one message
 * @param words what a person wrote in place of the template's own words, or null
 */
public record Rendering(
        String template,
        Medium medium,
        @Nullable String variant,
        String locale,
        Map<String, Object> customer,
        Map<String, Map<String, Object>> events,
        @Nullable Metric asks,
        Map<String, String> links,
        Map<String, Object> data,
        @Nullable Draft words) {

    /** A rendering with the template's own words and no data beside the customer's. */
    public Rendering(
            String template,
            Medium medium,
            @Nullable String variant,
            String locale,
            Map<String, Object> customer,
            Map<String, Map<String, Object>> events,
            @Nullable Metric asks,
            Map<String, String> links) {
        this(template, medium, variant, locale, customer, events, asks, links, Map.of(), null);
    }
}
