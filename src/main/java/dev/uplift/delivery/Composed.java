package dev.uplift.delivery;

import dev.uplift.channel.Outbound;
import dev.uplift.platform.SendId;
import java.util.List;
import java.util.Map;

/**
 * Claimed sends with their messages; ghosts have none.
 *
 * @param messages the message of each send that could be rendered
 * @param failures for the others why not
 */
public record Composed(List<Send> sends, Map<SendId, Outbound> messages, Map<SendId, String> failures) {}
