package dev.uplift.web.staff;

import dev.uplift.platform.UpliftSettings;
import java.time.ZoneId;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Gives each reader the wording of their language. */
@Component
class Wordings {

    private final MessageSource texts;
    private final ZoneId zone;

    Wordings(MessageSource texts, UpliftSettings settings) {
        this.texts = texts;
        this.zone = ZoneId.of(settings.company().zone());
    }

    Wording in(Locale locale) {
        return new Wording(texts, locale, zone);
    }
}
