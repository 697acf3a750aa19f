package dev.uplift.followup;

import dev.uplift.platform.Content;
import dev.uplift.platform.UpliftSettings;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Cases for tests of other modules. */
public final class TestCases {

    private TestCases() {}

    /** Which answers became cases, at the desks of these settings. */
    public static AnsweredCases answered(JdbcClient jdbc, UpliftSettings settings) {
        return new AnsweredCases(jdbc, new Desks(jdbc, new Content(settings), settings));
    }
}
