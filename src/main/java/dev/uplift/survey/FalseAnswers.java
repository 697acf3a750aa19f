package dev.uplift.survey;

import java.time.Instant;
import java.util.Map;

/**
 * What programs did to survey links.
 *
 * @param since counts are of invitations made and of answers given after it
 * @param invitations all of them, opened or not
 * @param opened by people, as far as can be told
 * @param scanned opened by a program
 * @param byRule invitations by what gave the program away; one may break several rules
 * @param review answers by links that a program had opened before
 */
public record FalseAnswers(
        Instant since,
        long invitations,
        long opened,
        long scanned,
        Map<String, Long> byRule,
        long answers,
        long review) {}
