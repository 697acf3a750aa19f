package dev.uplift.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.json.JsonMapper;

/** Customers and templates that break what they touch. */
@Tag("lab")
class PoisonTests {

    private static final String EVIL = "attacker.example";

    private static final Set<String> HEADERS = Set.of(
            "Date",
            "From",
            "To",
            "Subject",
            "Message-ID",
            "List-Id",
            "List-Unsubscribe",
            "List-Unsubscribe-Post",
            "Auto-Submitted",
            "Content-Language",
            "MIME-Version",
            "Content-Type");

    private static final List<String> NAMES = List.of(
            "A\r\nBcc: b@" + EVIL,
            "A\nBcc: b@" + EVIL,
            "A\rBcc: b@" + EVIL,
            "A\r\n.\r\nMAIL FROM:<b@" + EVIL + ">\r\nRCPT TO:<b@" + EVIL + ">\r\nDATA\r\n",
            "A\n.\nRCPT TO:<b@" + EVIL + ">",
            "A\r.\rRCPT TO:<b@" + EVIL + ">",
            "=?utf-8?q?A=0D=0ABcc:_b=40" + EVIL + "?=",
            "A\u2028Bcc: b@" + EVIL,
            "A\u0085Bcc: b@" + EVIL,
            ".");

    private static final List<String> ADDRESSES = List.of(
            "a@one.example\r\nRCPT TO:<b@" + EVIL + ">",
            "a@one.example,b@" + EVIL,
            "a@one.example b@" + EVIL,
            "a@one.example> SIZE=1\r\nRCPT TO:<b@" + EVIL + ">",
            "A <a@one.example>, B <b@" + EVIL + ">",
            "\"a\r\nRCPT TO:<b@" + EVIL + ">\"@one.example",
            "a@one.example\nBcc: b@" + EVIL,
            "<b@" + EVIL + ">a@one.example",
            "group: b@" + EVIL + ";");

    @Test
    @Row(
            id = "B6",
            what = "names and addresses that carry headers, recipients or the end of a mail: nobody else gets anything")
    void addsNoHeaderAndNoRecipient(Findings findings) {
        try (var world = World.open()) {
            var node = world.node();
            var known = world.mails(0);
            var created = node.api()
                    .post("/api/customers", customers(known))
                    .at("/created")
                    .asInt();
            var campaign = new Campaign(known.key(), known.audience(), created, "email", known.template());
            node.api().put("/api/campaigns/" + campaign.key(), campaign.definition());
            campaign.launch(node.api());

            findings.require(Invariants.after(world, campaign, 0));
            findings.note("%d of %d were taken, %d mails"
                    .formatted(
                            created,
                            NAMES.size() + ADDRESSES.size(),
                            world.journal().size()));
            assertThat(world.journal().size()).isGreaterThanOrEqualTo(NAMES.size() / 2);
            assertThat(world.mail().tries()).isEqualTo(world.journal().size());
            assertThat(world.journal().entries()).allSatisfy(PoisonTests::harmless);
        }
    }

    @Test
    @Row(
            id = "B7",
            what = "a template fails for 1 % of the customers: the others get their mail, the failures have a reason")
    void sendsToTheOthersWhenATemplateFails(Findings findings) throws IOException {
        try (var world = World.open()) {
            var content = poisonedContent(world);
            var campaign = world.mails(Lab.SIZE / 2).sending("poison");
            world.begin(campaign, "uplift.content=" + content);
            var poisoned = Relays.count(campaign, number -> number % 100 == 1);

            findings.require(Invariants.after(world, campaign, 0));
            assertThat(world.ledger().states(campaign))
                    .isEqualTo(Map.of("ACCEPTED", campaign.size() - poisoned, "REJECTED", poisoned));
            assertThat(world.ledger().sends(campaign))
                    .filteredOn(row -> row.state().equals("REJECTED"))
                    .allSatisfy(row -> assertThat(row.reason()).isNotBlank());
        }
    }

    private static void harmless(Journal.Entry mail) {
        assertThat(mail.to()).doesNotContain(EVIL);
        var head = mail.text().substring(0, mail.text().indexOf("\n\n"));
        assertThat(head.lines().filter(line -> !line.startsWith(" ") && !line.startsWith("\t")))
                .allSatisfy(line -> assertThat(HEADERS).contains(line.split(":", 2)[0]));
    }

    private static String customers(Campaign campaign) {
        var customers = new ArrayList<Map<String, Object>>();
        Stream.concat(
                        NAMES.stream().map(name -> Map.entry(name, "")),
                        ADDRESSES.stream().map(address -> Map.entry("A", address)))
                .forEach(entry -> customers.add(Map.of(
                        "externalId",
                        campaign.customer(customers.size()),
                        "email",
                        entry.getValue().isEmpty() ? campaign.address(customers.size()) : entry.getValue(),
                        "locale",
                        "de",
                        "preferredChannels",
                        List.of("email"),
                        "attributes",
                        Map.of(
                                "lab",
                                campaign.audience(),
                                "salutation",
                                "Frau",
                                "firstName",
                                entry.getKey(),
                                "lastName",
                                entry.getKey()))));
        return JsonMapper.builder().build().writeValueAsString(customers);
    }

    private static Path poisonedContent(World world) throws IOException {
        var content = world.folder().resolve("content");
        FileSystemUtils.copyRecursively(Path.of("templates"), content.resolve("templates"));
        var poison = content.resolve("templates/poison");
        FileSystemUtils.copyRecursively(Path.of("templates/saving-tips"), poison);
        var text = poison.resolve("email.de.ftlh");
        Files.writeString(text, Files.readString(text) + "<p>${customer.tariff}</p>\n");
        return content;
    }
}
