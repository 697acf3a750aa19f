package dev.uplift.audience;

import java.time.ZoneId;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Languages, countries and time zones as people write them. */
final class Places {

    private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
    private static final Map<String, String> LANGUAGE_NAMES = byName(Locale.getISOLanguages(), Places::language);
    private static final Map<String, String> COUNTRY_NAMES = byName(Locale.getISOCountries(), Places::country);

    private Places() {}

    /** The tag of BCP 47 for a tag such as {@code de}, {@code en_GB}, or a name such as {@code Deutsch}. */
    static Optional<String> locale(String text) {
        var named = LANGUAGE_NAMES.get(text.toLowerCase(Locale.ROOT));
        if (named != null) {
            return Optional.of(named);
        }
        try {
            var locale =
                    new Locale.Builder().setLanguageTag(text.replace('_', '-')).build();
            return LANGUAGES.contains(locale.getLanguage()) ? Optional.of(locale.toLanguageTag()) : Optional.empty();
        } catch (IllformedLocaleException e) {
            return Optional.empty();
        }
    }

    /** The code of ISO 3166 alpha-2 for a code such as {@code DE}, or a name such as {@code Deutschland}. */
    static Optional<String> country(String text) {
        var code = text.toUpperCase(Locale.ROOT);
        return COUNTRIES.contains(code)
                ? Optional.of(code)
                : Optional.ofNullable(COUNTRY_NAMES.get(text.toLowerCase(Locale.ROOT)));
    }

    /** The IANA zone with this name, as both Java and PostgreSQL know it. */
    static Optional<String> zone(String text) {
        var known = ZoneId.getAvailableZoneIds().contains(text) && !text.startsWith("SystemV/");
        return known ? Optional.of(text) : Optional.empty();
    }

    private static Map<String, String> byName(String[] codes, BiFunction<String, Locale, String> nameIn) {
        return Stream.of(Locale.ENGLISH, Locale.GERMAN)
                .flatMap(in -> Stream.of(codes).map(code -> Map.entry(nameIn.apply(code, in), code)))
                .collect(Collectors.toUnmodifiableMap(
                        named -> named.getKey().toLowerCase(Locale.ROOT),
                        Map.Entry::getValue,
                        (first, later) -> first));
    }

    private static String language(String code, Locale in) {
        return Locale.forLanguageTag(code).getDisplayLanguage(in);
    }

    private static String country(String code, Locale in) {
        return new Locale.Builder().setRegion(code).build().getDisplayCountry(in);
    }
}
