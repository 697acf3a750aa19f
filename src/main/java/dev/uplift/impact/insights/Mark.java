package dev.uplift.impact.insights;

import java.time.LocalDate;

/** The day on which a run of a campaign began. */
public record Mark(LocalDate day, String campaign, int number) {}
