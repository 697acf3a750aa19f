package dev.uplift.demo.simulation;

import java.util.List;
import java.util.Optional;

/**
 * Something that arrived at a customer.
 *
 * @param kind {@code message}, {@code survey} or {@code reminder}
 * @param links all addresses of ours in it
 */
record Arrival(String customer, String campaign, String kind, List<String> links) {

    /** The address of the survey, without a score. */
    Optional<String> survey() {
        return links.stream()
                .filter(link -> link.contains("/s/"))
                .map(link -> link.replaceFirst("\\?.*", ""))
                .findFirst();
    }

    Optional<String> unsubscribe() {
        return links.stream().filter(link -> link.contains("/u/")).findFirst();
    }
}
