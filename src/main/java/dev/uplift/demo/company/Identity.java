package dev.uplift.demo.company;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;

/** Who a customer is on paper; the salutation may be empty. */
record Identity(String firstName, String lastName, String salutation, String locale, String city) {

    private static final double ENGLISH = 0.12;
    private static final double NO_SALUTATION = 0.06;
    private static final Map<String, String> SPELLINGS =
            Map.of("ä", "ae", "ö", "oe", "ü", "ue", "ß", "ss", "ı", "i", "'", "");

    static Identity of(Draw draw, long customer) {
        var english = draw.chance(ENGLISH, customer, "english");
        var woman = draw.chance(0.5, customer, "woman");
        var first = english ? (woman ? Names.ENGLISH_WOMEN : Names.ENGLISH_MEN) : (woman ? Names.WOMEN : Names.MEN);
        var last = english ? Names.ENGLISH_FAMILIES : Names.FAMILIES;
        var salutation = english ? (woman ? "Ms" : "Mr") : (woman ? "Frau" : "Herr");
        return new Identity(
                draw.of(first, customer, "first name"),
                draw.of(last, customer, "last name"),
                draw.chance(NO_SALUTATION, customer, "no salutation") ? "" : salutation,
                english ? "en" : "de",
                draw.of(Names.CITIES, customer, "city"));
    }

    boolean english() {
        return locale.equals("en");
    }

    /** The name as the local part of a mail address: letters, dots, nothing else. */
    String mailName() {
        var name = (firstName + "." + lastName).toLowerCase(Locale.ROOT);
        for (var spelling : SPELLINGS.entrySet()) {
            name = name.replace(spelling.getKey(), spelling.getValue());
        }
        return Normalizer.normalize(name, Normalizer.Form.NFD).replaceAll("[^a-z.]", "");
    }
}
