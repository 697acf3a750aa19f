package dev.uplift.message;

import freemarker.template.TemplateDateModel;
import freemarker.template.TemplateScalarModel;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Date;
import java.util.Optional;
import java.util.regex.Pattern;

/** A text that is a date or instant in ISO 8601: printed as a date in the reader's language, still usable as text. */
final class IsoMoment implements TemplateDateModel, TemplateScalarModel {

    private static final Pattern ISO =
            Pattern.compile("\\d{4}-\\d\\d-\\d\\d(T\\d\\d:\\d\\d[0-9:.]*(Z|[+-]\\d\\d:\\d\\d))?");

    private final String text;
    private final Instant instant;

    private IsoMoment(String text, Instant instant) {
        this.text = text;
        this.instant = instant;
    }

    static Optional<IsoMoment> of(String text, ZoneId zone) {
        if (text.length() < 10 || !ISO.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            var instant = text.length() == 10
                    ? LocalDate.parse(text).atStartOfDay(zone).toInstant()
                    : OffsetDateTime.parse(text).toInstant();
            return Optional.of(new IsoMoment(text, instant));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    @Override
    public Date getAsDate() {
        return Date.from(instant);
    }

    @Override
    public int getDateType() {
        return text.length() == 10 ? DATE : DATETIME;
    }

    @Override
    public String getAsString() {
        return text;
    }
}
