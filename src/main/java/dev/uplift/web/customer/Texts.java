package dev.uplift.web.customer;

import freemarker.template.TemplateMethodModelEx;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.stereotype.Component;

/** The words of the customer pages, in the languages they exist in. */
@Component
class Texts {

    static final Set<String> LANGUAGES = Set.of("de", "en");

    private final ResourceBundleMessageSource messages = new ResourceBundleMessageSource();

    Texts() {
        messages.setBasename("messages/customer");
        messages.setDefaultEncoding("UTF-8");
        messages.setAlwaysUseMessageFormat(true);
        // A German server must not show German to somebody who reads English.
        messages.setFallbackToSystemLocale(false);
    }

    /** The first of these languages that there are texts in; language tags may carry a region. */
    static String language(@Nullable String... wishes) {
        for (var wish : wishes) {
            var language = wish == null ? "" : Locale.forLanguageTag(wish).getLanguage();
            if (LANGUAGES.contains(language)) {
                return language;
            }
        }
        return "en";
    }

    static String other(String language) {
        return language.equals("de") ? "en" : "de";
    }

    String text(String language, String key, Object... values) {
        return messages.getMessage("customer." + key, values, Locale.forLanguageTag(language));
    }

    /** The words as a function for templates: key, then values. */
    TemplateMethodModelEx function(String language) {
        return arguments -> {
            var texts = ((List<?>) arguments).stream().map(String::valueOf).toList();
            return text(language, texts.get(0), texts.subList(1, texts.size()).toArray());
        };
    }
}
