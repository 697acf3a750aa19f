package dev.uplift.demo.company;

/** What somebody does with an invitation to a survey. */
public enum Reaction {
    ANSWER,
    /** Opens the page and never sends it. */
    GLANCE,
    NONE
}
