package dev.uplift.identity;

/** Who does something: a person with an account, or a program with an API key. */
public record Actor(String name, Role role) {

    /** Uplift itself, when the clock or a file starts something. */
    public static final Actor UPLIFT = new Actor("uplift", Role.ADMIN);
}
