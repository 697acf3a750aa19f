package dev.uplift.web.staff;

import dev.uplift.campaign.CampaignStatus.State;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The pages with sample content. */
@TestComponent
@Controller
class SamplePages {

    @GetMapping("/campaigns")
    String list(@RequestParam(defaultValue = "") String state, Locale locale, Model model) {
        var wording = Samples.wording(locale);
        var list = CampaignList.of(state, "");
        var all = List.of(Samples.STATUS);
        model.addAttribute("states", list.states(all, wording));
        model.addAttribute("sorts", list.sorts(wording));
        model.addAttribute("rows", list.state() == State.CANCELLED ? List.of() : Samples.rows(wording));
        model.addAttribute("faults", ReportSamples.faults());
        model.addAttribute("measures", true);
        return "staff/campaigns";
    }

    @GetMapping("/campaigns/{key}")
    String campaign(
            @PathVariable String key, @RequestParam(defaultValue = "") String customer, Locale locale, Model model) {
        var wording = Samples.wording(locale);
        var recipient = customer.isEmpty() ? RecipientCard.EMPTY : Samples.recipient(wording);
        model.addAttribute("page", Samples.page(wording, recipient));
        return "staff/campaign";
    }

    @GetMapping("/campaigns/{key}/delivery")
    String delivery(@PathVariable String key, Locale locale, Model model) {
        model.addAttribute("key", key);
        model.addAttribute(
                "delivery", DeliveryCard.of(Samples.PROGRESS, State.LAUNCHED, 0.25, Samples.wording(locale)));
        return "staff/delivery";
    }

    @GetMapping("/campaigns/{key}/unknown")
    String unknown(@PathVariable String key, Locale locale, Model model) {
        model.addAttribute("page", Samples.unknown(Samples.wording(locale)));
        return "staff/unknown";
    }

    @GetMapping("/campaigns/{key}/plan")
    String plan(
            @PathVariable String key,
            @RequestParam(required = false) @Nullable String effect,
            Locale locale,
            Model model) {
        var form = new TrialForm(effect, null, null);
        model.addAttribute("page", Samples.plan(form, Samples.wording(locale)));
        return "staff/plan";
    }

    @GetMapping("/campaigns/{key}/report")
    String report(@PathVariable String key, @RequestParam(defaultValue = "") String which, Locale locale, Model model) {
        model.addAttribute("page", ReportSamples.page(which, Samples.wording(locale)));
        return "staff/report";
    }

    @GetMapping("/reports")
    String reports(@RequestParam(defaultValue = "") String which, Locale locale, Model model) {
        model.addAttribute("page", ReportSamples.reports(which, Samples.wording(locale)));
        return "staff/reports";
    }

    @GetMapping("/campaigns/{key}/sends")
    String sends(@PathVariable String key, Locale locale, Model model) {
        model.addAttribute("page", ReportSamples.sends(Samples.wording(locale)));
        return "staff/sends";
    }

    @GetMapping("/campaigns/broken")
    String broken() {
        throw new IllegalStateException("secret detail");
    }
}
