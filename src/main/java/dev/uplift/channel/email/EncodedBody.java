package dev.uplift.channel.email;

import dev.uplift.message.Form;
import java.util.List;

/**
 * A form as it goes over the wire: what all its mails share is encoded once, only lines with gaps are written anew, and of
 * those only the ones that differ from the mail before.
 */
final class EncodedBody {

    private record Written(String text, Block bytes) {}

    private static final class Part {

        private final Form lines;
        private volatile Written last;

        /** No part begins or ends within a line, so each may be encoded by itself. */
        private Part(Form lines) {
            this.lines = lines;
            this.last = written(lines.still() ? lines.fill(List.of()) : "");
        }

        private Block bytes(List<String> values) {
            var text = lines.still() ? last.text : lines.fill(values);
            var known = last;
            if (!known.text.equals(text)) {
                known = written(text);
                last = known;
            }
            return known.bytes;
        }
    }

    private final List<Part> parts;

    EncodedBody(Form form) {
        this.parts = form.lines().stream().map(Part::new).toList();
    }

    /** Writes it with these values in its gaps. */
    void fill(List<String> values, Block block) {
        for (var part : parts) {
            block.append(part.bytes(values));
        }
    }

    private static Written written(String text) {
        var block = new Block(2 * text.length());
        QuotedPrintable.write(text, block);
        return new Written(text, block.trimmed());
    }
}
