package dev.uplift.channel.email;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuotedPrintableTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a = b",
                "Grüße, 1.234,56\u00a0€",
                "trailing \nblank\t\n",
                ".\n..\nFrom here",
                "\ud83d\ude00 \u200b \u0001",
                "end "
            })
    void isReadBackUnchangedByTheMailLibrary(String text) throws MessagingException, IOException {
        assertThat(decoded(encoded(text))).isEqualTo(text.replace("\n", "\r\n"));
    }

    @Test
    void makesCrlfOfEveryKindOfLineBreak() {
        assertThat(encoded("a\nb\rc\r\nd\n\ne")).isEqualTo("a\r\nb\r\nc\r\nd\r\n\r\ne");
    }

    @Test
    void keepsLinesShortAndAsciiWhateverTheText() throws MessagingException, IOException {
        var random = new Random(7);

        for (var round = 0; round < 300; round++) {
            var text = random.ints(random.nextInt(400), 9, 0x2fff)
                    .filter(Character::isDefined)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();
            var encoded = encoded(text);
            assertThat(encoded.split("\r\n", -1))
                    .allSatisfy(line -> assertThat(line)
                            .hasSizeLessThanOrEqualTo(76)
                            .matches("[\\t\\x20-\\x7e]*")
                            .doesNotEndWith(" ")
                            .doesNotEndWith("\t"));
            assertThat(decoded(encoded)).isEqualTo(text.replaceAll("\r\n|\r|\n", "\r\n"));
        }
    }

    private static String encoded(String text) {
        var bytes = new Block();
        QuotedPrintable.write(text, bytes);
        return new String(bytes.toBytes(), StandardCharsets.US_ASCII);
    }

    private static String decoded(String encoded) throws MessagingException, IOException {
        var bytes = new ByteArrayInputStream(encoded.getBytes(StandardCharsets.US_ASCII));
        return new String(MimeUtility.decode(bytes, "quoted-printable").readAllBytes(), StandardCharsets.UTF_8);
    }
}
