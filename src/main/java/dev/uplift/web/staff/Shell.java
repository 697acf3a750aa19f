package dev.uplift.web.staff;

import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What surrounds every staff page.
 *
 * @param language {@code en} or {@code de}
 * @param member name of the person logged in, or null
 * @param groups the navigation; only what exists
 * @param csrf token of the session's forms, or null without a session
 * @param otherLanguage this very page in the other language
 * @param hold why nothing is sent at all, or null while sending is free
 */
record Shell(
        String language,
        String company,
        @Nullable String member,
        List<Group> groups,
        @Nullable String csrf,
        String otherLanguage,
        @Nullable Banner hold) {

    /** Why nothing is sent, and whether this reader may end that. */
    record Banner(String words, String since, boolean releasable) {}

    /** A heading and the pages below it. */
    record Group(String title, List<Item> items) {}

    /**
     * A link of the navigation; the key marks the page that is open.
     *
     * @param waiting how many wait there for somebody; 0 is not shown
     */
    record Item(String key, String address, String icon, String title, long waiting) {

        Item(String key, String address, String icon, String title) {
            this(key, address, icon, title, 0);
        }
    }

    /** What there is for somebody who may see reports and follow up or not, on a machine with a demo or without. */
    static List<Group> groups(boolean measures, boolean local, OptionalLong waiting) {
        var plan = new Group(
                "staff.nav.plan", List.of(new Item("campaigns", "/campaigns", "send", "staff.nav.campaigns")));
        var listen = new Group(
                "staff.nav.listen",
                List.of(new Item("cases", "/cases", "message", "staff.nav.cases", waiting.orElse(0))));
        var demo = new Group(
                "staff.nav.demo",
                List.of(
                        new Item("inbox", "/demo/inbox", "inbox", "staff.nav.inbox"),
                        new Item("phone", "/demo/phone", "device-mobile", "staff.nav.phone")));
        var learn = new Group(
                "staff.nav.learn",
                List.of(
                        new Item("insights", "/insights", "chart-line", "staff.nav.insights"),
                        new Item("reports", "/reports", "scale", "staff.nav.reports"),
                        new Item("goals", "/goals", "target", "staff.nav.goals")));
        var act = new Group(
                "staff.nav.act",
                List.of(
                        new Item("improvements", "/improvements", "trending-up", "staff.nav.improvements"),
                        new Item("alerts", "/alerts", "alert-triangle", "staff.nav.alerts")));
        return Stream.of(
                        Stream.of(plan),
                        Stream.of(listen).filter(group -> waiting.isPresent()),
                        Stream.of(learn).filter(group -> measures),
                        Stream.of(act).filter(group -> measures || waiting.isPresent()),
                        Stream.of(demo).filter(group -> local))
                .flatMap(groups -> groups)
                .toList();
    }

    /** The first letters of the first and the last name. */
    String initials() {
        var words = member == null ? new String[] {} : member.strip().split("\\s+");
        return Stream.of(words)
                .filter(word -> !word.isEmpty())
                .map(word -> word.substring(0, 1).toUpperCase(java.util.Locale.ROOT))
                .reduce((first, last) -> first.substring(0, 1) + last)
                .orElse("");
    }
}
