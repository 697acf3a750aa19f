package dev.uplift.survey;

/** How many were asked by a survey, and how many have answered it. */
public record Turnout(long invited, long answered) {

    /** Nobody was asked. */
    public static final Turnout NONE = new Turnout(0, 0);
}
