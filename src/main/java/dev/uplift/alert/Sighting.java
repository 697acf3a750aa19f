package dev.uplift.alert;

import java.util.Map;

/**
 * Something that a rule found.
 *
 * @param kind of the rule
 * @param subject what it is about; the same again is not told again
 * @param level how bad it is; higher is worse
 * @param step by how much more it must be worse to be told again
 * @param facts for the words about it
 */
record Sighting(String kind, String subject, double level, double step, Map<String, Object> facts) {}
