package dev.uplift.message;

import freemarker.core.Environment;
import freemarker.core.TemplateFormatUtil;
import freemarker.core.TemplateNumberFormat;
import freemarker.core.TemplateNumberFormatFactory;
import freemarker.core.TemplateValueFormatException;
import freemarker.template.TemplateModelException;
import freemarker.template.TemplateNumberModel;
import java.text.NumberFormat;
import java.util.Currency;
import java.util.Locale;

/** Writes {@code ${amount?string.@money}} in the currency of the company and the manner of the reader's language. */
final class Money extends TemplateNumberFormatFactory {

    static final String FORMAT = "money";

    private final Currency currency;

    Money(Currency currency) {
        this.currency = currency;
    }

    @Override
    public TemplateNumberFormat get(String parameters, Locale locale, Environment environment) {
        var format = NumberFormat.getCurrencyInstance(locale);
        format.setCurrency(currency);
        return new Amount(format);
    }

    private static final class Amount extends TemplateNumberFormat {

        private final NumberFormat format;

        Amount(NumberFormat format) {
            this.format = format;
        }

        @Override
        public String formatToPlainText(TemplateNumberModel number)
                throws TemplateValueFormatException, TemplateModelException {
            return format.format(TemplateFormatUtil.getNonNullNumber(number));
        }

        @Override
        public boolean isLocaleBound() {
            return true;
        }

        @Override
        public String getDescription() {
            return "money";
        }
    }
}
