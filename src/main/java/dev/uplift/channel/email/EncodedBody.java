package dev.uplift.channel.email;

import dev.uplift.message.Form;
import java.util.List;
import java.util.Optional;

/** A form as it goes over the wire: what all its mails share is encoded once, only lines with gaps are written anew. */
final class EncodedBody {

    /** Lines and, if they have no gaps, their bytes. */
    private record Part(Form lines, Optional<byte[]> bytes) {}

    private final List<Part> parts;

    EncodedBody(Form form) {
        this.parts = form.lines().stream().map(EncodedBody::part).toList();
    }

    /** Writes it with these values in its gaps. */
    void fill(List<String> values, Block block) {
        for (var part : parts) {
            part.bytes.ifPresentOrElse(block::bytes, () -> QuotedPrintable.write(part.lines.fill(values), block));
        }
    }

    /** No part begins or ends within a line, so each may be encoded by itself. */
    private static Part part(Form lines) {
        if (!lines.still()) {
            return new Part(lines, Optional.empty());
        }
        var block = new Block();
        QuotedPrintable.write(lines.fill(List.of()), block);
        return new Part(lines, Optional.of(block.toBytes()));
    }
}
