package dev.uplift.web.staff;

import dev.uplift.web.security.Access;
import dev.uplift.web.staff.Shell.Group;
import dev.uplift.web.staff.Shell.Item;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The pages there are for somebody; whatever somebody may not see is absent.
 *
 * @param may what the reader may do
 * @param local whether mails and SMS stay on this machine, where they can be read
 * @param waiting how many cases wait for somebody
 */
record Navigation(Predicate<Access> may, boolean local, long waiting) {

    List<Group> groups() {
        return Stream.of(plan(), listen(), learn(), act(), administer(), demo())
                .filter(group -> !group.items().isEmpty())
                .toList();
    }

    private Group plan() {
        return group(
                "staff.nav.plan",
                List.of(
                        item(null, "campaigns", "/campaigns", "send", "staff.nav.campaigns"),
                        item(null, "surveys", "/surveys", "clipboard-list", "staff.nav.surveys")));
    }

    private Group listen() {
        return group(
                "staff.nav.listen",
                List.of(
                        item(Access.FOLLOW_UP, "cases", "/cases", "message", "staff.nav.cases")
                                .map(cases ->
                                        new Item(cases.key(), cases.address(), cases.icon(), cases.title(), waiting)),
                        item(null, "answers", "/answers", "quote", "staff.nav.answers")));
    }

    private Group learn() {
        return group(
                "staff.nav.learn",
                List.of(
                        item(Access.MEASURE, "insights", "/insights", "chart-line", "staff.nav.insights"),
                        item(Access.MEASURE, "topics", "/answers/tags", "tag", "staff.nav.topics"),
                        item(Access.MEASURE, "reports", "/reports", "scale", "staff.nav.reports"),
                        item(Access.MEASURE, "goals", "/goals", "target", "staff.nav.goals")));
    }

    private Group act() {
        return group(
                "staff.nav.act",
                List.of(
                        item(null, "improvements", "/improvements", "trending-up", "staff.nav.improvements"),
                        item(null, "alerts", "/alerts", "alert-triangle", "staff.nav.alerts")));
    }

    private Group administer() {
        return group(
                "staff.nav.admin",
                List.of(
                        item(Access.ADMINISTER, "webhooks", "/webhooks", "rocket", "staff.nav.webhooks"),
                        item(Access.ADMINISTER, "false-answers", "/false-answers", "ban", "staff.nav.false-answers")));
    }

    private Group demo() {
        return local
                ? group(
                        "staff.nav.demo",
                        List.of(
                                item(null, "inbox", "/demo/inbox", "inbox", "staff.nav.inbox"),
                                item(null, "phone", "/demo/phone", "device-mobile", "staff.nav.phone")))
                : group("staff.nav.demo", List.of());
    }

    private static Group group(String title, List<Optional<Item>> items) {
        return new Group(title, items.stream().flatMap(Optional::stream).toList());
    }

    private Optional<Item> item(@Nullable Access needed, String key, String address, String icon, String title) {
        return needed == null || may.test(needed)
                ? Optional.of(new Item(key, address, icon, title, 0))
                : Optional.empty();
    }
}
