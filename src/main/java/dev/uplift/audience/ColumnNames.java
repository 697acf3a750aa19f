package dev.uplift.audience;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What German and English files call the fields of a customer. */
final class ColumnNames {

    private static final Pattern DIRECT =
            Pattern.compile("attribute\\..+|consent\\.[^.]+\\.[^.]+|consent\\.(source|at)");

    /** Fields with the names they go by, the most telling first: of two columns for one field the earlier name wins. */
    private static final Map<String, List<String>> NAMES = names(
            "externalId: externalid kundennummer kundennr kundenid kdnr customernumber customerid customerno customer id",
            "accountId: accountid vertragskonto vertragskontonummer accountnumber",
            "email: email emailadresse emailaddress mailadresse mail",
            "phone: mobil mobile mobilnummer mobiltelefon mobilephone mobilenumber handy handynummer cellphone phone"
                    + " phonenumber telefon telefonnummer rufnummer tel",
            "locale: locale sprache language korrespondenzsprache lang",
            "timeZone: timezone zeitzone",
            "country: country land countrycode laendercode staat",
            "preferredChannels: preferredchannels preferredchannel bevorzugtekanaele bevorzugterkanal kanaele kanal"
                    + " channels channel",
            "attribute.firstName: firstname vorname givenname",
            "attribute.lastName: lastname nachname familienname surname familyname",
            "attribute.salutation: salutation anrede",
            "attribute.product: product produkt sparte",
            "attribute.tariff: tariff tarif",
            "attribute.monthlyInstalment: monthlyinstalment abschlag monatsabschlag monatlicherabschlag",
            "attribute.city: city stadt wohnort ort",
            "attribute.customerSince: customersince kundeseit");

    private ColumnNames() {}

    /** Whether a column can be mapped to this. */
    static boolean isTarget(String target) {
        return NAMES.containsKey(target) || DIRECT.matcher(target).matches();
    }

    /** The field a column with this name stands for, with the rank of the name (0 is best); null if it is free. */
    static @Nullable Guess guess(String header) {
        if (isTarget(header)) {
            return new Guess(header, 0);
        }
        var plain = plain(header).toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
        for (var field : NAMES.entrySet()) {
            var rank = field.getValue().indexOf(plain);
            if (rank >= 0) {
                return new Guess(field.getKey(), rank + 1);
            }
        }
        return null;
    }

    /** The attribute that takes a column nobody knows: its own name, or that name in camel case. */
    static String attribute(String header, int number) {
        if (Attributes.NAME.matcher(header).matches()) {
            return "attribute." + header;
        }
        var words = Arrays.stream(plain(header).split("[^A-Za-z0-9]+", -1))
                .filter(word -> !word.isEmpty())
                .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                .collect(Collectors.joining());
        var name = words.isEmpty() ? "" : words.substring(0, 1).toLowerCase(Locale.ROOT) + words.substring(1);
        return "attribute." + (Attributes.NAME.matcher(name).matches() ? name : "column" + number);
    }

    private static String plain(String header) {
        var german = header.replace("ä", "ae")
                .replace("ö", "oe")
                .replace("ü", "ue")
                .replace("ß", "ss")
                .replace("Ä", "Ae")
                .replace("Ö", "Oe")
                .replace("Ü", "Ue");
        return Normalizer.normalize(german, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
    }

    private static Map<String, List<String>> names(String... lines) {
        var names = new LinkedHashMap<String, List<String>>();
        for (var line : lines) {
            var colon = line.indexOf(": ");
            names.put(
                    line.substring(0, colon), List.of(line.substring(colon + 2).split(" ", -1)));
        }
        return names;
    }

    /** A field and how telling the name was. */
    record Guess(String target, int rank) {}
}
