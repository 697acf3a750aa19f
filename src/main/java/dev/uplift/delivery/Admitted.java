package dev.uplift.delivery;

import dev.uplift.channel.Outbound;
import java.util.List;

/**
 * What the gate let through: these sends are durably marked as being sent.
 *
 * @param claimed how many sends the gate looked at
 */
public record Admitted(int claimed, List<Outbound> messages) {}
