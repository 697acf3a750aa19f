package dev.uplift.web.staff;

import dev.uplift.delivery.SendRow;
import java.util.LinkedHashMap;
import java.util.List;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Which rows of a campaign's ledger are looked at; 0 and empty words mean all.
 *
 * @param run number of the run
 * @param arm {@code treated}, {@code hold-out} or {@code none} for those left out
 * @param kind {@code message}, {@code survey}, {@code reminder}, {@code follow-up}
 * @param state of the send, such as {@code DELIVERED}
 */
record SendFilter(int run, String arm, String kind, String state) {

    static final List<String> ARMS = List.of("treated", "hold-out", "none");
    static final List<String> KINDS = List.of("message", "survey", "reminder", "follow-up");

    boolean matches(SendRow row) {
        return (run == 0 || row.run() == run)
                && (arm.isEmpty() || row.arm().equals(arm))
                && (kind.isEmpty() || row.kind().equalsIgnoreCase(kind));
    }

    SendFilter arm(String other) {
        return new SendFilter(run, other, kind, state);
    }

    SendFilter kind(String other) {
        return new SendFilter(run, arm, other, state);
    }

    /** The page that shows these rows from the start. */
    String address(String campaign) {
        return address(campaign, "");
    }

    /** The page that shows these rows after a customer. */
    String address(String campaign, String after) {
        var asked = new LinkedHashMap<String, String>();
        asked.put("run", run == 0 ? "" : Integer.toString(run));
        asked.put("arm", arm);
        asked.put("kind", kind);
        asked.put("state", state);
        asked.put("after", after);
        asked.values().removeIf(String::isEmpty);
        var address = UriComponentsBuilder.fromPath("/campaigns/{key}/sends");
        asked.keySet().forEach(name -> address.queryParam(name, "{" + name + "}"));
        asked.put("key", campaign);
        return address.encode().buildAndExpand(asked).toUriString();
    }
}
