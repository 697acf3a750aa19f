package dev.uplift.web.staff;

import dev.uplift.campaign.Campaigns;
import dev.uplift.delivery.Ledger;
import dev.uplift.delivery.SendRow;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The rows behind the numbers of a campaign. */
@Controller
class SendsController {

    /** Pages of the ledger that are looked through for a row that fits, before the reader must ask for more. */
    private static final int PATIENCE = 10;

    private final Campaigns campaigns;
    private final Ledger ledger;
    private final Wordings wordings;

    SendsController(Campaigns campaigns, Ledger ledger, Wordings wordings) {
        this.campaigns = campaigns;
        this.ledger = ledger;
        this.wordings = wordings;
    }

    @GetMapping("/campaigns/{key}/sends")
    String sends(
            @PathVariable String key,
            @RequestParam(defaultValue = "0") int run,
            @RequestParam(defaultValue = "") String arm,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String after,
            Locale locale,
            Model model) {
        var name = campaigns
                .find(key)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND))
                .name();
        var filter = new SendFilter(run, arm, kind, state);
        model.addAttribute("page", page(key, name, filter, after, wordings.in(locale)));
        return "staff/sends";
    }

    private SendsPage page(String key, String name, SendFilter filter, String after, Wording wording) {
        var end = after;
        var found = List.<SendRow>of();
        var read = List.<SendRow>of();
        for (var turn = 0; turn < PATIENCE && found.isEmpty(); turn++) {
            read = ledger.sends(key, orNull(filter.state()), null, orNull(end));
            if (read.isEmpty()) {
                break;
            }
            end = read.get(read.size() - 1).customer();
            found = read.stream().filter(filter::matches).toList();
        }
        return new SendsPage(
                key,
                name,
                SendsPage.arms(key, filter, wording),
                SendsPage.kinds(key, filter, wording),
                filter.state().isEmpty() ? "" : wording.word("staff.send.", filter.state()),
                found.stream()
                        .map(row -> new SendsPage.Row(row.customer(), RecipientCard.Entry.of(row, wording)))
                        .toList(),
                read.isEmpty() ? "" : filter.address(key, end));
    }

    private static @Nullable String orNull(String word) {
        return word.isEmpty() ? null : word;
    }
}
