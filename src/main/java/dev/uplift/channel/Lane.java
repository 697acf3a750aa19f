package dev.uplift.channel;

import java.util.List;

/**
 * The provider a channel would use now, and how much it takes.
 *
 * @param name its name in the ledger
 * @param connections messages it takes at the same time, at least 1
 * @param perSecond most messages in any second, or 0 for no limit
 * @param warmUp most messages on its first, second, … day of use; no limit after the last; empty for none
 */
public record Lane(String name, int connections, double perSecond, List<Integer> warmUp) {}
