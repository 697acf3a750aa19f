package dev.uplift.demo.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class LetterTests {

    private static final String ALTERNATIVE = """
            Message-ID: <0b0e8c2e-3c0b-4f0e-9a3e-0f6f2f6f2f6f@nordwerk.example>
            Subject: =?UTF-8?Q?Ihr_neuer_Abschlag_f=C3=BCr?=
             =?UTF-8?B?%s?=
            Content-Type: multipart/alternative;
             boundary="=_grenze"

            preamble
            --=_grenze
            Content-Type: text/plain; charset=UTF-8
            Content-Transfer-Encoding: quoted-printable

            Gr=C3=BC=C3=9Fe, ein sehr langer =
            Satz. 1 =3D 1
            --=_grenze
            Content-Type: text/html; charset=ISO-8859-1
            Content-Transfer-Encoding: base64

            %s
            --=_grenze--
            """.formatted(
                    base64(" Müller", StandardCharsets.UTF_8), base64("<p>Grüße</p>", StandardCharsets.ISO_8859_1));

    @Test
    void takesAMailApartAsItsReaderSeesIt() {
        var letter = Letter.of(ALTERNATIVE.replace("\n", "\r\n"));

        assertThat(letter.headers().first("subject")).contains("Ihr neuer Abschlag für Müller");
        assertThat(letter.text()).isEqualTo("Grüße, ein sehr langer Satz. 1 = 1");
        assertThat(letter.html()).isEqualTo("<p>Grüße</p>");
        assertThat(letter.body()).isEqualTo("<p>Grüße</p>");
    }

    @Test
    void readsMailsWithBareLineFeedsToo() {
        assertThat(Letter.of(ALTERNATIVE)).isEqualTo(Letter.of(ALTERNATIVE.replace("\n", "\r\n")));
    }

    @Test
    void survivesWhateverArrives() {
        for (var end = 0; end < ALTERNATIVE.length(); end++) {
            assertThat(Letter.of(ALTERNATIVE.substring(0, end)).body()).isNotNull();
        }
        assertThat(Letter.of("Subject: =?nope?Q?=FF=?=\n\nbody").headers().first("Subject"))
                .contains("ÿ");
    }

    private static String base64(String text, java.nio.charset.Charset charset) {
        return Base64.getEncoder().encodeToString(text.getBytes(charset));
    }
}
