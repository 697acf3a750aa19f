package dev.uplift.audience;

import dev.uplift.audience.CustomerInput.ConsentInput;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes a customer of the cells of a row; an empty cell leaves the field as it is. */
final class RowReader {

    private static final Set<String> YES = Set.of("yes", "ja", "true", "wahr", "1", "x", "y", "j");
    private static final Set<String> NO = Set.of("no", "nein", "false", "falsch", "0", "n");
    private static final DateTimeFormatter GERMAN_DATE = DateTimeFormatter.ofPattern("d.M.uuuu");

    private final Columns columns;
    private final String file;
    private final ZoneId zone;

    /** Dates without a time of day begin in this zone. */
    RowReader(Columns columns, String file, ZoneId zone) {
        this.columns = columns;
        this.file = file;
        this.zone = zone;
    }

    /** The customer's key, or an empty text. */
    String key(List<String> cells) {
        var key = cell(cells, "externalId");
        return key == null ? "" : key;
    }

    /** The customer in the row at this line; what cannot be read is noted. */
    CustomerInput input(List<String> cells, long line, Flaws flaws) {
        return new CustomerInput(
                cell(cells, "externalId"),
                cell(cells, "accountId"),
                cell(cells, "email"),
                cell(cells, "phone"),
                cell(cells, "locale"),
                cell(cells, "timeZone"),
                cell(cells, "country"),
                channels(cell(cells, "preferredChannels")),
                attributes(cells),
                consents(cells, line, flaws));
    }

    private @Nullable String cell(List<String> cells, String target) {
        var index = columns.indexOf(target);
        return index < 0 ? null : Cells.read(cells.get(index));
    }

    private static @Nullable List<String> channels(@Nullable String cell) {
        return cell == null
                ? null
                : Stream.of(cell.toLowerCase(Locale.ROOT).split("[|,;/ ]+", -1))
                        .filter(channel -> !channel.isEmpty())
                        .toList();
    }

    private @Nullable Map<String, Object> attributes(List<String> cells) {
        var attributes = new LinkedHashMap<String, Object>();
        for (int index = 0; index < columns.count(); index++) {
            var value = columns.target(index).startsWith("attribute.") ? Cells.read(cells.get(index)) : null;
            if (value != null) {
                attributes.put(columns.target(index).substring("attribute.".length()), value);
            }
        }
        return attributes.isEmpty() ? null : attributes;
    }

    private List<ConsentInput> consents(List<String> cells, long line, Flaws flaws) {
        var consents = new ArrayList<ConsentInput>();
        var at = date(cell(cells, "consent.at"), flaws);
        var source = cell(cells, "consent.source");
        for (int index = 0; index < columns.count(); index++) {
            var parts = columns.target(index).split("\\.", -1);
            var value = parts.length == 3 && parts[0].equals("consent") ? Cells.read(cells.get(index)) : null;
            var granted = value == null ? null : answer(columns.target(index), value, flaws);
            if (granted != null) {
                var proof = source == null ? file + ", line " + line : source;
                consents.add(new ConsentInput(parts[1], parts[2], granted, null, proof, at));
            }
        }
        return consents;
    }

    private static @Nullable Boolean answer(String target, String value, Flaws flaws) {
        var word = value.toLowerCase(Locale.ROOT);
        if (!YES.contains(word) && !NO.contains(word)) {
            flaws.add(target, Flaw.Code.INVALID, "This is neither yes nor no.", "Write yes, no, ja, nein, 1 or 0.");
            return null;
        }
        return YES.contains(word);
    }

    private @Nullable Instant date(@Nullable String text, Flaws flaws) {
        if (text == null) {
            return null;
        }
        try {
            return text.contains("T")
                    ? Instant.parse(text)
                    : (text.contains(".") ? LocalDate.parse(text, GERMAN_DATE) : LocalDate.parse(text))
                            .atStartOfDay(zone)
                            .toInstant();
        } catch (DateTimeParseException e) {
            flaws.add("consent.at", Flaw.Code.INVALID, "This is not a date.", "Write 2026-01-31 or 31.01.2026.");
            return null;
        }
    }
}
