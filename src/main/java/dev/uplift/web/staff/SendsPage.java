package dev.uplift.web.staff;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The rows behind a number.
 *
 * @param state only rows in this state, in words; empty for all
 * @param next where the rows go on; empty at their end
 */
record SendsPage(
        String key,
        String name,
        List<CampaignList.Choice> arms,
        List<CampaignList.Choice> kinds,
        String state,
        List<Row> rows,
        String next) {

    /** One step of one run for a customer. */
    record Row(String customer, RecipientCard.Entry entry) {}

    static List<CampaignList.Choice> arms(String key, SendFilter filter, Wording wording) {
        return choices(
                SendFilter.ARMS,
                filter.arm(),
                arm -> filter.arm(arm).address(key),
                arm -> wording.text(arm.equals("none") ? "staff.send.LEFT_OUT" : "staff.arm." + arm),
                wording);
    }

    static List<CampaignList.Choice> kinds(String key, SendFilter filter, Wording wording) {
        return choices(
                SendFilter.KINDS,
                filter.kind(),
                kind -> filter.kind(kind).address(key),
                kind -> wording.text("staff.step." + kind),
                wording);
    }

    private static List<CampaignList.Choice> choices(
            List<String> values,
            String chosen,
            Function<String, String> address,
            Function<String, String> name,
            Wording wording) {
        var all = new CampaignList.Choice(wording.text("staff.list.all"), address.apply(""), chosen.isEmpty(), "");
        var each = values.stream()
                .map(value ->
                        new CampaignList.Choice(name.apply(value), address.apply(value), value.equals(chosen), ""));
        return Stream.concat(Stream.of(all), each).toList();
    }
}
