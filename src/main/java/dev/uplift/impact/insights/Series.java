package dev.uplift.impact.insights;

import java.time.LocalDate;

/** Answers of one survey about one moment, with the first and the last day on which there are any. */
public record Series(String survey, String kind, String touchpoint, LocalDate first, LocalDate last) {}
