package dev.uplift.lab;

import java.util.List;

/**
 * What the invariants said of one run.
 *
 * @param lost sends the ledger takes for accepted though nobody got them
 * @param sends how many sends were looked at
 * @param violations a sentence each; empty if all holds
 */
record Verdict(long duplicates, long lost, long unknown, long unknownAllowed, long sends, List<String> violations) {}
