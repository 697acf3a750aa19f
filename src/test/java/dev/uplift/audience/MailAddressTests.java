package dev.uplift.audience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;

class MailAddressTests {

    @Test
    void decidesLikeTheCorpusOfIsemail() throws Exception {
        var cases = corpus();

        assertThat(cases.stream().filter(one -> one.category().equals("ISEMAIL_ERR")))
                .isNotEmpty()
                .allSatisfy(one -> assertThat(MailAddress.parse(one.address())).isEmpty());
        assertThat(cases.stream()
                        .filter(one -> one.category().equals("ISEMAIL_VALID_CATEGORY")
                                || one.category().equals("ISEMAIL_DNSWARN")))
                .isNotEmpty()
                .allSatisfy(one -> assertThat(MailAddress.parse(one.address())).isPresent());
    }

    @Test
    void writesInternationalDomainsInAscii() {
        assertThat(MailAddress.parse("post@Bücher.example")).hasValue("post@xn--bcher-kva.example");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Anna <anna@example.com>",
                "anna@example.com,ben@example.com",
                "anna@example.com\n",
                "anna@example.com\u0000",
                "anna(work)@example.com",
                "<@relay.example:anna@example.com>",
                "\"anna b\"@example.com",
                "anna@[127.0.0.1]",
                "anna@127.0.0.1",
                "anna@-example.com",
                "anna@exa_mple.com",
                "anna@example..com",
                "anna@example.com.",
                "änna@example.com",
                "post@straße.de"
            })
    void refusesWhatIsNotExactlyOnePlainAddress(String text) {
        assertThat(MailAddress.parse(text)).isEmpty();
    }

    private static List<Case> corpus() throws Exception {
        var file = Stream.of("../shared/corpora", "../../shared/corpora")
                .map(folder -> Path.of(folder, "addresses", "tests.xml"))
                .filter(Files::exists)
                .findFirst();
        assumeTrue(file.isPresent(), "The address corpus is not here; it is expected in ../shared/corpora/addresses.");
        var document = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(file.orElseThrow().toFile());
        var tests = document.getElementsByTagName("test");
        return IntStream.range(0, tests.getLength())
                .mapToObj(number -> (Element) tests.item(number))
                .map(test -> new Case(readable(text(test, "address")), text(test, "category")))
                .toList();
    }

    private static String text(Element test, String name) {
        return test.getElementsByTagName(name).item(0).getTextContent();
    }

    /** The corpus shows control characters by the symbols that stand for them, from U+2400 on. */
    private static String readable(String address) {
        return address.codePoints()
                .map(c -> c >= 0x2400 && c < 0x2420 ? c - 0x2400 : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private record Case(String address, String category) {}
}
