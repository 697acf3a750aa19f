package dev.uplift.audience;

/** What became of an entry that was taken. */
enum Outcome {
    CREATED,
    UPDATED,
    UNCHANGED
}
