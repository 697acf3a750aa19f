package dev.uplift.web.customer;

import dev.uplift.platform.UpliftSettings;
import dev.uplift.platform.UpliftSettings.Company;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** What every customer page shows: the company, the language and the way to the other language. */
@Component
class Page {

    private final Company company;
    private final Texts texts;

    Page(UpliftSettings settings, Texts texts) {
        this.company = settings.company();
        this.texts = texts;
    }

    /** The language to show: the first wish that there are texts in, else the company's own. */
    String language(@org.jspecify.annotations.Nullable String... wishes) {
        var all = java.util.Arrays.copyOf(wishes, wishes.length + 1);
        all[wishes.length] = company.language();
        return Texts.language(all);
    }

    /** A page.
     *
     * @param template name of the template in {@code templates/customer/}
     * @param otherUrl where the same page is shown in the other language
     */
    ModelAndView show(String template, String language, String otherUrl, Map<String, ?> values) {
        var model = new HashMap<String, Object>(values);
        model.put("t", texts.function(language));
        model.put("language", language);
        model.put("other", Texts.other(language));
        model.put("otherUrl", otherUrl);
        model.put("company", company.name());
        model.put("address", company.address());
        model.put("contact", company.contact());
        return new ModelAndView("customer/" + template, model);
    }

    /** A moment in the words of the language, in the company's time zone. */
    String moment(Instant instant, String language) {
        var pattern = language.equals("de") ? "d. MMMM yyyy, HH:mm 'Uhr'" : "d MMMM yyyy, HH:mm";
        return DateTimeFormatter.ofPattern(pattern, Locale.forLanguageTag(language))
                .format(instant.atZone(ZoneId.of(company.zone())));
    }

    /** A page that says in plain words why there is nothing to do here. */
    ModelAndView closed(String why, String language, HttpStatus status) {
        var page = show("closed", language, "?lang=" + Texts.other(language), Map.of("why", why));
        page.setStatus(status);
        return page;
    }
}
