package dev.uplift.channel.email;

import static org.assertj.core.api.Assertions.assertThat;

import dev.uplift.message.Bodies;
import dev.uplift.message.Body;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EncodedBodyTests {

    private static final List<String> VALUES =
            List.of("Änne", "", "two\nlines\r", ". dot", "a very long value that needs a soft break " + "x".repeat(90));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no gap\nat all\n",
                "{0}",
                "{3}\n{3}",
                "Dear {0},\nthis line stands still =\n{1}{2}{3} and \n\n{4}",
                "{2}\nends with a blank \n. {3}",
                "still\r\n.still {0}\r\nstill"
            })
    void givesTheSameBytesAsTheWholeTextEncodedAtOnce(String form) {
        assertSame(Bodies.of(form, VALUES));
    }

    @Test
    void givesTheSameBytesForAnyForm() {
        var random = new Random(11);
        var pieces =
                List.of("{0}", "{1}", "{2}", "{3}", "{4}", "\n", "\r\n", " ", ".", "=", "ü", "word ", "y".repeat(60));

        for (var round = 0; round < 500; round++) {
            var form = new StringBuilder();
            random.ints(random.nextInt(40), 0, pieces.size()).forEach(piece -> form.append(pieces.get(piece)));
            assertSame(Bodies.of(form.toString(), VALUES));
        }
    }

    private static void assertSame(Body body) {
        var once = new Block();
        QuotedPrintable.write(body.toString(), once);
        var parts = new Block();
        new EncodedBody(body.form()).fill(body.values(), parts);

        assertThat(text(parts)).isEqualTo(text(once));
    }

    private static String text(Block block) {
        return new String(block.toBytes(), StandardCharsets.US_ASCII);
    }
}
