package dev.uplift.web.staff;

import dev.uplift.campaign.CampaignStatus;
import dev.uplift.campaign.CampaignStatus.State;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The list of campaigns as its address says it: {@code ?state=draft&sort=name}.
 *
 * @param state only these, or null for all
 */
record CampaignList(@Nullable State state, Sort sort) {

    /** What the list is ordered by. */
    enum Sort {
        NEWEST(Comparator.comparing(status -> 0)),
        NAME(Comparator.comparing(status -> status.name().toLowerCase(Locale.ROOT))),
        NEXT(Comparator.comparing(CampaignStatus::nextRunAt, Comparator.nullsLast(Comparator.naturalOrder())));

        @SuppressWarnings("ImmutableEnumChecker") // comparators without captured state
        private final Comparator<CampaignStatus> order;

        Sort(Comparator<CampaignStatus> order) {
            this.order = order;
        }

        String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** A link that narrows or orders the list. */
    record Choice(String label, String address, boolean chosen, String count) {}

    /** What the address asks for; unknown words ask for nothing. */
    static CampaignList of(String state, String sort) {
        return new CampaignList(
                named(State.values(), state).orElse(null),
                named(Sort.values(), sort).orElse(Sort.NEWEST));
    }

    /** The campaigns to show, in order; the given order is the newest first. */
    List<CampaignStatus> of(List<CampaignStatus> campaigns) {
        return campaigns.stream()
                .filter(campaign -> state == null || campaign.state() == state)
                .sorted(sort.order)
                .toList();
    }

    List<Choice> states(List<CampaignStatus> campaigns, Wording wording) {
        var all = new Choice(
                wording.text("staff.list.all"), address(null, sort), state == null, wording.count(campaigns.size()));
        var each = Stream.of(State.values()).map(one -> choice(one, campaigns, wording));
        return Stream.concat(Stream.of(all), each)
                .filter(choice -> choice.chosen || !choice.count.equals("0"))
                .toList();
    }

    List<Choice> sorts(Wording wording) {
        return Stream.of(Sort.values())
                .map(one -> new Choice(wording.text("staff.sort." + one.key()), address(state, one), one == sort, ""))
                .toList();
    }

    private Choice choice(State one, List<CampaignStatus> campaigns, Wording wording) {
        var count =
                campaigns.stream().filter(campaign -> campaign.state() == one).count();
        return new Choice(wording.text("staff.state." + one), address(one, sort), one == state, wording.count(count));
    }

    private static String address(@Nullable State state, Sort sort) {
        var parts = Stream.of(
                        state == null ? "" : "state=" + state.name().toLowerCase(Locale.ROOT),
                        sort == Sort.NEWEST ? "" : "sort=" + sort.key())
                .filter(part -> !part.isEmpty())
                .toList();
        return parts.isEmpty() ? "/campaigns" : "/campaigns?" + String.join("&", parts);
    }

    private static <E extends Enum<E>> Optional<E> named(E[] values, String name) {
        return Stream.of(values)
                .filter(value -> value.name().equalsIgnoreCase(name))
                .findFirst();
    }
}
