package dev.uplift.message;

import java.util.List;

/**
 * HTML of one mail, as what it shares with others and what is its own.
 *
 * @param values what goes into the gaps of the form, escaped
 */
public record Body(Form form, List<String> values) {

    /** HTML that shares nothing with other mails. */
    public static Body of(String html) {
        return new Body(new Form(html), List.of());
    }

    @Override
    public String toString() {
        return form.fill(values);
    }
}
