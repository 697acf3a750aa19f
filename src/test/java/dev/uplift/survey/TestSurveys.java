package dev.uplift.survey;

import dev.uplift.platform.Content;
import dev.uplift.platform.Secrets;
import dev.uplift.platform.UpliftSettings;
import java.nio.file.Path;
import java.util.List;
import org.springframework.beans.BeanUtils;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Surveys built by hand, with the definitions that come with the product. */
final class TestSurveys {

    private TestSurveys() {}

    static Surveys shipped(JdbcClient jdbc, Path home) throws NoSuchMethodException {
        var company = new UpliftSettings.Company(
                "Nordwerk Energie",
                "nordwerk.example",
                "Am Alten Hafen 12, 28195 Bremen",
                "service@nordwerk.example",
                List.of("de", "en"),
                "Europe/Berlin",
                "DE");
        var settings = new UpliftSettings(home, Path.of("."), null, null, null, null, company);
        var secrets = BeanUtils.instantiateClass(Secrets.class.getDeclaredConstructor(UpliftSettings.class), settings);
        return new Surveys(jdbc, new Content(settings), secrets, settings);
    }
}
