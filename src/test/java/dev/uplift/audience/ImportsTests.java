package dev.uplift.audience;

import static dev.uplift.audience.TestAudience.NOW;
import static dev.uplift.audience.TestAudience.withEmail;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.uplift.platform.TestSecrets;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImportsTests {

    private static final String GERMAN = """
            Kundennummer;E-Mail;Telefon;Mobil;Sprache;Land;Vorname;Straße
            4711;jörg@example.com;;;;;;
            4712;jana@example.com;040 123456;0151/23456789;Englisch;Österreich;Jäna;"Süd, 1"
            """;

    private final TestAudience audience = new TestAudience();
    private final Imports imports =
            new Imports(audience.block, new ImportLog(audience.jdbc), TestSecrets.settingsOfTheDefaultCompany());

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "windows-1252", "UTF-16LE", "UTF-16BE", "UTF-16"})
    void readsGermanFilesInEveryEncoding(String encoding) {
        var report = run(GERMAN.getBytes(Charset.forName(encoding)));

        assertThat(report.created()).isEqualTo(1);
        assertThat(report.separator()).isEqualTo(";");
        assertThat(report.rejected())
                .extracting(Upserted.Rejected::position, Upserted.Rejected::field)
                .containsExactly(tuple(2L, "email"));
        assertThat(audience.customers.find("4712")).hasValueSatisfying(jana -> {
            assertThat(jana.locale()).isEqualTo("en");
            assertThat(jana.country()).isEqualTo("AT");
            assertThat(jana.attributes()).containsEntry("firstName", "Jäna").containsEntry("strasse", "Süd, 1");
        });
    }

    @Test
    void namesTheEncodingItFound() {
        assertThat(run("id\nä".getBytes(StandardCharsets.UTF_8)).encoding()).isEqualTo("UTF-8");
        assertThat(run("\uFEFFid\nä".getBytes(StandardCharsets.UTF_8)).encoding())
                .isEqualTo("UTF-8");
        assertThat(run("id\nä".getBytes(Charset.forName("windows-1252"))).encoding())
                .isEqualTo("windows-1252");
        assertThat(run("id\nä\u0081".getBytes(StandardCharsets.ISO_8859_1)).encoding())
                .isEqualTo("ISO-8859-1");
        assertThat(audience.customers.find("ä")).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {";", ",", "\t", "|"})
    void findsTheSeparatorOutsideQuotes(String separator) {
        var report = run("\"id;,|\t;,|\t\"|email|city\n1|a@example.com|Emden\n".replace("|", separator));

        assertThat(report.separator()).isEqualTo(separator);
        assertThat(report.mapping()).containsEntry("email", "email").containsEntry("city", "attribute.city");
    }

    @Test
    void heedsTheSeparatorThatASpreadsheetNames() {
        var report = run("sep=;\r\nid;email,work\r\n1;a@example.com\r\n");

        assertThat(report.created()).isEqualTo(1);
        assertThat(report.mapping()).containsEntry("email,work", "attribute.emailWork");
    }

    @Test
    void tellsTheLineOfEveryRowThatIsWrong() {
        var report = run("""
                id,email,note
                1,a@example.com,"two
                lines"
                2,b@example.com
                3,c@example.com,x,y
                ,d@example.com,
                1,e@example.com,
                6,nonsense,
                7,f@example.com,
                """);

        assertThat(report.rows()).isEqualTo(7);
        assertThat(report.created()).isEqualTo(2);
        assertThat(report.rejectedRows()).isEqualTo(5);
        assertThat(report.rejected())
                .extracting(Upserted.Rejected::position, Upserted.Rejected::externalId, Upserted.Rejected::field)
                .containsExactly(
                        tuple(4L, "", "row"),
                        tuple(5L, "", "row"),
                        tuple(6L, "", "externalId"),
                        tuple(7L, "1", "externalId"),
                        tuple(8L, "6", "email"));
        assertThat(audience.customers.find("1"))
                .hasValueSatisfying(first -> assertThat(first.email()).isEqualTo("a@example.com"));
    }

    @Test
    void writesAFileOfErrorsThatCanBeCorrectedAndImported() {
        var report = run("Kundennummer;E-Mail;Mobil;Notiz\n1;wrong;+4915123456789;=1+1\n");

        assertThat(imports.errors(report.id()))
                .hasValueSatisfying(
                        errors -> assertThat(errors.replace("\r\n", "\n"))
                                .isEqualTo(
                                        "\uFEFFKundennummer;E-Mail;Mobil;Notiz;error_column;error_value;error_code;error_text\n"
                                                + "1;wrong;'+4915123456789;'=1+1;E-Mail;wrong;invalid;This is not exactly one mail address."
                                                + " Write name@domain.example, without names, comments or a second address.\n"));

        var corrected = imports.errors(report.id()).orElseThrow().replace("1;wrong", "1;right@example.com");
        assertThat(run(corrected).created()).isEqualTo(1);
        assertThat(audience.customers.find("1")).hasValueSatisfying(customer -> {
            assertThat(customer.phone()).isEqualTo("+4915123456789");
            assertThat(customer.attributes()).isEqualTo(Map.of("Notiz", "=1+1"));
        });
    }

    @Test
    void storesNothingButTheReportOfADryRun() {
        audience.upsert(withEmail("1", "old@example.com"), withEmail("2", "same@example.com"));
        var file =
                "id,email,consent.email.survey\n1,new@example.com,yes\n2,same@example.com,\n3,three@example.com,no\n";

        var report = imports.run("k.csv", stream(file.getBytes(StandardCharsets.UTF_8)), Map.of(), true, NOW);

        assertThat(report)
                .extracting(ImportReport::created, ImportReport::updated, ImportReport::unchanged)
                .containsExactly(1, 1, 1);
        assertThat(imports.find(report.id())).hasValue(report);
        assertThat(audience.customers.count()).isEqualTo(2);
        assertThat(audience.customers.find("1"))
                .hasValueSatisfying(customer -> assertThat(customer.email()).isEqualTo("old@example.com"));
    }

    @Test
    void keepsTheReport() {
        var report = run("id\n1\n");

        assertThat(imports.find(report.id())).hasValue(report);
        assertThat(imports.find(UUID.randomUUID())).isEmpty();
        assertThat(imports.errors(UUID.randomUUID())).isEmpty();
    }

    @Test
    void readsConsentsWithTheirProof() {
        run("""
                id;consent.email.marketing;consent.sms.survey;consent.source;consent.at
                1;ja;nein;Form 12;31.01.2026
                2;1;;;
                3;perhaps;;;
                """);

        assertThat(audience.declared)
                .extracting(
                        ConsentSink.Declared::channel,
                        ConsentSink.Declared::purpose,
                        ConsentSink.Declared::granted,
                        ConsentSink.Declared::proof,
                        ConsentSink.Declared::at,
                        ConsentSink.Declared::dated)
                .containsExactlyInAnyOrder(
                        tuple("email", "marketing", true, "Form 12", Instant.parse("2026-01-30T23:00:00Z"), true),
                        tuple("sms", "survey", false, "Form 12", Instant.parse("2026-01-30T23:00:00Z"), true),
                        tuple("email", "marketing", true, "customers.csv, line 3", NOW, false));
    }

    @Test
    void mapsTheBestNamedColumnAndKeepsTheOthersAsAttributes() {
        var report = run("ID;Telefon;Handy;Kundennummer;Kd. seit;2. Name;attribute.tariff\n");

        assertThat(report.mapping())
                .isEqualTo(Map.of(
                        "ID", "attribute.ID",
                        "Telefon", "attribute.Telefon",
                        "Handy", "phone",
                        "Kundennummer", "externalId",
                        "Kd. seit", "attribute.kdSeit",
                        "2. Name", "attribute.column6",
                        "attribute.tariff", "attribute.tariff"));
    }

    @Test
    void followsTheMappingOfTheUser() {
        var mapping = Map.of("nr", "externalId", "Kontakt", "email", "secret", "-", "Plan", "attribute.tariff");

        var report = imports.run(
                "k.csv",
                stream("nr,kontakt,secret,plan,id\n7,a@example.com,x,Green,i\n".getBytes(StandardCharsets.UTF_8)),
                mapping,
                false,
                NOW);

        assertThat(report.rejected()).isEmpty();
        assertThat(audience.customers.find("7")).hasValueSatisfying(customer -> {
            assertThat(customer.email()).isEqualTo("a@example.com");
            assertThat(customer.attributes()).isEqualTo(Map.of("tariff", "Green", "id", "i"));
        });
    }

    private ImportReport run(String text) {
        return run(text.getBytes(StandardCharsets.UTF_8));
    }

    private ImportReport run(byte[] bytes) {
        return imports.run("customers.csv", stream(bytes), Map.of(), false, NOW);
    }

    private static InputStream stream(byte[] bytes) {
        return new ByteArrayInputStream(bytes);
    }
}
