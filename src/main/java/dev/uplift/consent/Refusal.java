package dev.uplift.consent;

/** Why a send may not go; stored by name as the reason of a left-out customer or a suppressed or skipped send. */
public enum Refusal {
    NO_ADDRESS,
    NO_CONSENT,
    OBJECTED,
    SUPPRESSED,
    DUPLICATE_ADDRESS,
    CONTACT_CAP,
    SURVEY_REST,
    ALREADY_ANSWERED,
    NOT_INVITED,
    NO_WINDOW,
    NO_TEMPLATE
}
