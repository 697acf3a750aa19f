package dev.uplift.campaign;

/** What the lot draws as a whole. */
public enum Unit {
    CUSTOMER,
    /** All contacts of an account together; a customer without an account is one of its own. */
    ACCOUNT
}
