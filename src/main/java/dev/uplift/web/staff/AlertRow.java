package dev.uplift.web.staff;

import dev.uplift.alert.Notice;
import dev.uplift.alert.Notices;
import dev.uplift.platform.Metric;
import java.util.Optional;

/**
 * Something that leaders were told, in words.
 *
 * @param address of the page where one sees more; empty without one
 * @param acknowledged by whom and when; empty while nobody has
 */
record AlertRow(long id, String rule, String words, String when, Tag state, String address, String acknowledged) {

    /** A mail that somebody should look after. */
    record Stuck(String state, String address, String reply, String when) {

        static Stuck of(Notices.StuckMail mail, Wording wording) {
            return new Stuck(
                    wording.text("staff.alert.mail." + mail.state()),
                    mail.address(),
                    mail.reply(),
                    wording.time(mail.at()));
        }
    }

    /** One event in words. */
    record Entry(String when, String what) {

        static Entry of(Notices.Event event, Wording wording) {
            return new Entry(
                    wording.time(event.at()), wording.text("staff.alert.event." + event.what(), event.actor()));
        }
    }

    static AlertRow of(Notice notice, Wording wording) {
        var acknowledged = acknowledged(notice, wording);
        return new AlertRow(
                notice.id(),
                notice.rule(),
                words(notice, wording),
                wording.time(notice.raisedAt()),
                acknowledged.isEmpty()
                        ? new Tag("soon", "alert-triangle", wording.text("staff.alert.open"))
                        : new Tag("plain", "check", wording.text("staff.alert.acknowledged")),
                address(notice),
                acknowledged);
    }

    private static String acknowledged(Notice notice, Wording wording) {
        var by = notice.acknowledgedBy();
        var at = notice.acknowledgedAt();
        return by == null || at == null ? "" : wording.text("staff.alert.by", by, wording.time(at));
    }

    private static String words(Notice notice, Wording wording) {
        return switch (notice.kind()) {
            case "score-below" -> score(notice, wording);
            case "cases-overdue" ->
                wording.text(
                        "staff.alert.cases-overdue",
                        number(notice, "cases", wording),
                        number(notice, "most", wording),
                        fact(notice, "desk"));
            case "case" -> wording.text("staff.alert.case", fact(notice, "case"), fact(notice, "score"));
            default -> wording.text("staff.alert.sending-stopped");
        };
    }

    private static String score(Notice notice, Wording reader) {
        var wording = reader.of(Metric.of(fact(notice, "metric")).orElse(Metric.NPS));
        return wording.text(
                "staff.alert.score-below",
                wording.metricName(),
                wording.score(value(notice, "score")),
                number(notice, "answers", wording),
                wording.scores(value(notice, "low"), value(notice, "high")),
                wording.score(value(notice, "points")),
                fact(notice, "touchpoint"));
    }

    private static String address(Notice notice) {
        return switch (notice.kind()) {
            case "score-below" -> "/insights";
            case "cases-overdue" -> "/cases?show=overdue";
            case "case" -> "/cases/" + fact(notice, "case");
            default -> "";
        };
    }

    private static String number(Notice notice, String name, Wording wording) {
        return wording.count((long) value(notice, name));
    }

    private static double value(Notice notice, String name) {
        return notice.facts().get(name) instanceof Number number ? number.doubleValue() : 0;
    }

    private static String fact(Notice notice, String name) {
        return Optional.ofNullable(notice.facts().get(name))
                .map(String::valueOf)
                .orElse("");
    }
}
