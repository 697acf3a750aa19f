package dev.uplift.lab;

/** How much the laboratory does; each number is a system property with a small default. */
final class Lab {

    /** Heap of a node. */
    static final String HEAP = System.getProperty("lab.heap", "384m");

    /** Connections of a node to a relay; a kill may leave twice as many sends unknown. */
    static final int CONNECTIONS = number("connections", 8);

    /** Repetitions with another random seed. */
    static final int SEEDS = number("seeds", 2);

    /** Random kills in one campaign. */
    static final int KILLS = number("kills", 12);

    /** Customers of a campaign under faults. */
    static final int SIZE = number("size", 1_000);

    /** Customers of a campaign under load. */
    static final int LOAD = number("load", 10_000);

    /** How long a node or a database stands still. */
    static final int FREEZE_SECONDS = number("freeze", 20);

    /** How long webhooks pour in. */
    static final int HOOK_SECONDS = number("hook-seconds", 20);

    /** Restarts of the database in one campaign. */
    static final int RESTARTS = number("restarts", 4);

    /** Customers of the campaign that two nodes share. */
    static final int SHARED = number("shared", 15_000);

    /** Messages a second that a relay takes from both nodes together. */
    static final int CAP = number("cap", 250);

    /** How often a campaign at full speed is paused. */
    static final int PAUSES = number("pauses", 10);

    /** Customers of the campaign that is paused. */
    static final int PAUSED = number("paused", 30_000);

    /** Withdrawals that race with the mark of a message. */
    static final int RACES = number("races", 10_000);

    private Lab() {}

    private static int number(String name, int usual) {
        return Integer.getInteger("lab." + name, usual);
    }
}
