package dev.uplift.identity;

/**
 * A person who works with Uplift.
 *
 * @param name what the person logs in with
 * @param displayName how the person is called on pages
 * @param passwordHash Argon2id hash in PHC string format, parameters included
 */
public record Account(String name, String displayName, Role role, String passwordHash) {

    /** This person as somebody who does something. */
    public Actor actor() {
        return new Actor(name, role);
    }
}
