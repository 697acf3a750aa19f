package dev.uplift.alert;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * What leaders want to be told, read from {@code campaigns/alerts/}.
 *
 * @param key file name without {@code .yaml}
 * @param name by language
 * @param to mail addresses of leaders
 * @param language of the mails
 * @param digest when a mail goes
 * @param repeat after which time the same is told again
 */
record AlertRule(
        String key,
        Map<String, String> name,
        List<String> to,
        String language,
        Condition when,
        Digest digest,
        Duration repeat) {}
