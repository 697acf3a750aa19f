package dev.uplift.impact.insights;

import java.util.List;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/**
 * What there is to see of one scope in one span.
 *
 * @param change null unless a span to compare with was given
 * @param contacts by kind, channel and number; their sums overlap, since a customer may have had several kinds
 * @param channels all that the kind has answers by, in either span
 * @param segments all that the kind has answers of, in either span
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
