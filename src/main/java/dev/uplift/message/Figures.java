package dev.uplift.message;

import freemarker.core.ArithmeticEngine;
import java.util.regex.Pattern;

/** Decimal arithmetic that reads only numbers of sane length, since {@code "1e999999999"} would fill the memory. */
final class Figures extends ArithmeticEngine.BigDecimalEngine {

    private static final Pattern SANE = Pattern.compile("[+-]?\\d{1,30}(\\.\\d{1,30})?");

    @Override
    public Number toNumber(String text) {
        var digits = text.strip();
        if (!SANE.matcher(digits).matches()) {
            throw new NumberFormatException("not a plain number");
        }
        return super.toNumber(digits);
    }
}
