package dev.uplift.impact.insights;

import java.util.List;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/**
 * What there is to see of one scope in one span.
 *
 * @param change null unless spans to compare were given
 * @param contacts by kind, channel and number; their sums overlap, since a customer may have had several kinds
 * @param channels all that the kind has answers by
 * @param segments all that the kind has answers of
 */
public record Insight(
        Scores scores,
        Trend trend,
        @Nullable Change change,
        List<Group> groups,
        List<Contact> contacts,
        List<Mark> marks,
        SortedSet<String> channels,
        SortedSet<String> segments) {}
