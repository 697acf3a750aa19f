package dev.uplift.demo.simulation;

import dev.uplift.demo.inbox.Mail;
import dev.uplift.demo.inbox.Mails;
import dev.uplift.demo.phone.Text;
import dev.uplift.demo.phone.Texts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What has newly arrived in the mailboxes and phones. */
@Component
class Arrivals {

    private static final int AT_ONCE = 500;

    /** The Message-ID of a mail and the status callback of an SMS carry the send. */
    private static final Pattern SEND = Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private static final Pattern LINK = Pattern.compile("https?://[^\\s\"'<>]+/[su]/[A-Za-z0-9_.~?=&;-]+");

    private static final String SENDS = """
            select l.send_id, m.external_id, r.campaign_key, l.kind
              from delivery.ledger l
              join campaign.run r on r.run_id = l.run_id
              join audience.member m on m.customer_id = l.customer_id
             where l.send_id = any (:sends)""";

    private final Mails mails;
    private final Texts texts;
    private final JdbcClient jdbc;

    Arrivals(Mails mails, Texts texts, JdbcClient jdbc) {
        this.mails = mails;
        this.texts = texts;
        this.jdbc = jdbc;
    }

    /** The next arrivals after those seen, at most a few hundred; {@link New#nothing()} when there are none. */
    New after(long lastMail, long lastSms) {
        var newMails = mails.after(lastMail, AT_ONCE);
        var newTexts = texts.after(lastSms, AT_ONCE);
        var links = new LinkedHashMap<UUID, List<String>>();
        newMails.forEach(mail -> read(mail, links));
        newTexts.forEach(text -> read(text, links));
        return new New(
                arrivals(links),
                newMails.isEmpty()
                        ? lastMail
                        : newMails.get(newMails.size() - 1).id(),
                newTexts.isEmpty() ? lastSms : newTexts.get(newTexts.size() - 1).id(),
                newMails.size() + newTexts.size());
    }

    private List<Arrival> arrivals(Map<UUID, List<String>> links) {
        return jdbc.sql(SENDS)
                .param("sends", links.keySet().toArray(UUID[]::new))
                .query((row, number) -> new Arrival(
                        row.getString("external_id"),
                        row.getString("campaign_key"),
                        row.getString("kind"),
                        links.getOrDefault(row.getObject("send_id", UUID.class), List.of())))
                .list();
    }

    private static void read(Mail mail, Map<UUID, List<String>> links) {
        var letter = mail.letter();
        var headers = letter.headers();
        var inHeader = headers.first("List-Unsubscribe").orElse("");
        remember(headers.first("Message-ID").orElse(""), inHeader + "\n" + letter.body(), links);
    }

    private static void read(Text text, Map<UUID, List<String>> links) {
        var callback = text.statusCallback();
        remember(callback == null ? "" : callback, text.body(), links);
    }

    private static void remember(String key, String body, Map<UUID, List<String>> links) {
        var send = SEND.matcher(key);
        if (!send.find()) {
            return;
        }
        var found = new ArrayList<String>();
        var link = LINK.matcher(body);
        while (link.find()) {
            found.add(link.group().replace("&amp;", "&").replaceFirst("[.;?]+$", ""));
        }
        links.put(UUID.fromString(send.group()), found);
    }

    /** What has newly arrived, up to and including these mails and SMS. */
    record New(List<Arrival> arrivals, long lastMail, long lastSms, int read) {

        boolean nothing() {
            return read == 0;
        }
    }
}
