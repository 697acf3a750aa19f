package dev.uplift.audience;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What an import did.
 *
 * @param encoding the encoding the file was read in
 * @param separator the separator that was found
 * @param mapping column of the file to field of the customer
 * @param rows data rows read; created, updated, unchanged and rejectedRows add up to it
 * @param rejectedRows how many rows were not taken
 * @param rejected the rows that were not taken, at most the first 10,000
 */
public record ImportReport(
        UUID id,
        String fileName,
        boolean dryRun,
        String encoding,
        String separator,
        Map<String, String> mapping,
        long rows,
        int created,
        int updated,
        int unchanged,
        long rejectedRows,
        List<Upserted.Rejected> rejected,
        Instant at) {}
