package dev.uplift.web.staff;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContext;
import org.springframework.context.i18n.SimpleLocaleContext;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;

/** The reader's language: the chosen one, kept in a cookie, else the browser's if we offer it, else English. */
class Languages extends CookieLocaleResolver {

    private static final List<Locale> OFFERED = List.of(Locale.ENGLISH, Locale.GERMAN);

    Languages() {
        super("uplift-language");
        setCookieMaxAge(Duration.ofDays(365));
        setCookieSameSite("Lax");
        setCookieHttpOnly(true);
        setDefaultLocaleFunction(request -> offered(request.getLocale()));
    }

    @Override
    public void setLocaleContext(
            HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable LocaleContext chosen) {
        var locale = chosen == null ? null : chosen.getLocale();
        super.setLocaleContext(request, response, locale == null ? null : new SimpleLocaleContext(offered(locale)));
    }

    @Override
    protected @Nullable Locale parseLocaleValue(String value) {
        var locale = super.parseLocaleValue(value);
        return locale == null ? null : offered(locale);
    }

    private static Locale offered(Locale wanted) {
        return OFFERED.stream()
                .filter(offered -> offered.getLanguage().equals(wanted.getLanguage()))
                .findFirst()
                .orElse(Locale.ENGLISH);
    }
}
