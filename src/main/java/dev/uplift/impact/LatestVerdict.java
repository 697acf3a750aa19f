package dev.uplift.impact;

import java.time.Instant;
import java.util.Map;
import java.util.Set;

/**
 * What the newest kept look at a campaign said.
 *
 * @param text the sentence by language
 */
public record LatestVerdict(String campaign, Instant asOf, String code, Map<String, String> text) {

    private static final Set<String> PROVEN = Set.of(VerdictCode.PROVEN_WORTH.name(), VerdictCode.PROVEN_SMALL.name());

    static LatestVerdict of(Finding finding) {
        return new LatestVerdict(
                finding.campaign(),
                finding.asOf(),
                finding.verdict().code(),
                finding.verdict().text());
    }

    /** Whether a lot proved that the campaign raised the score, level A. */
    public boolean proven() {
        return PROVEN.contains(code);
    }
}
