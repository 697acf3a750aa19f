package dev.uplift.message;

import java.util.List;
import java.util.regex.Pattern;

/** Bodies of mails for tests in other packages. */
public final class Bodies {

    private static final Pattern GAP = Pattern.compile("\\{(\\d)}");

    private Bodies() {}

    /** A form with gaps written as {@code {0}}, {@code {1}} …, and what goes into them. */
    public static Body of(String form, List<String> values) {
        var text =
                GAP.matcher(form).replaceAll(gap -> "" + Pen.GAP + (char) ('\uE000' + Integer.parseInt(gap.group(1))));
        return new Body(new Form(text), values);
    }
}
