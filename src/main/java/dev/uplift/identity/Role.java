package dev.uplift.identity;

/** What an account may do. */
public enum Role {
    ADMIN,
    MARKETER,
    AGENT,
    MANAGER
}
