package dev.uplift.web.staff;

import static java.util.stream.Collectors.joining;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContext;
import org.springframework.context.i18n.SimpleLocaleContext;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;

/** The reader's language: the chosen one, kept in a cookie, else the browser's if we offer it, else English. */
class Languages extends CookieLocaleResolver {

    /** The parameter of an address that chooses a language. */
    static final String PARAMETER = "lang";

    private static final List<Locale> OFFERED = List.of(Locale.ENGLISH, Locale.GERMAN);

    Languages() {
        super("uplift-language");
        setCookieMaxAge(Duration.ofDays(365));
        setCookieSameSite("Lax");
        setCookieHttpOnly(true);
        setDefaultLocaleFunction(request -> offered(request.getLocale()));
    }

    /** The asked page in another language, with all else that its address says. Two slashes would name another host. */
    static String switchTo(String language, HttpServletRequest asked) {
        var query = asked.getQueryString() == null ? "" : asked.getQueryString();
        var kept = Stream.of(query.split("&")).filter(part -> !part.isEmpty() && !part.startsWith(PARAMETER + "="));
        return asked.getRequestURI().replaceFirst("^/+", "/") + "?"
                + Stream.concat(kept, Stream.of(PARAMETER + "=" + language)).collect(joining("&"));
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
