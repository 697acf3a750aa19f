package dev.uplift.campaign;

import dev.uplift.platform.YamlNode;
import dev.uplift.survey.Definition;
import java.util.ArrayList;
import java.util.List;

/** Reads by which attributes of the customer a report tells people apart. */
final class CompareByReader {

    private static final int MOST = 3;
    private static final String KEY = "compare-by";
    private static final String LIST = "Write a list of attributes, e.g. [product, region].";
    private static final String NAME = "Start with a letter, then use up to 63 letters, digits, - and _.";

    /** People are told apart by it in every report. */
    private static final String CHANNEL = "channel";

    private CompareByReader() {}

    static List<String> read(Definition campaign, HoldOut holdOut) {
        var names = new ArrayList<String>();
        campaign.items(KEY, LIST).forEach(item -> add(item, names));
        if (names.size() > MOST) {
            campaign.problemAt(
                    KEY,
                    "These are " + names.size() + " attributes; groups would become too small to say anything.",
                    "Keep the " + MOST + " that matter most.");
        } else if (!names.isEmpty() && holdOut.share() == 0) {
            campaign.problemAt(
                    KEY,
                    "Nobody is held out, so there are no two groups to compare.",
                    "Remove 'compare-by', or set 'hold-out'.");
        }
        return List.copyOf(names);
    }

    private static void add(YamlNode item, List<String> names) {
        Definition.converted(item, KEY, Values::attribute, NAME).ifPresent(name -> {
            if (names.contains(name)) {
                item.problem("'" + name + "' stands here twice.", "Keep the first.");
            } else if (name.equals(CHANNEL)) {
                item.problem("Every report compares channels.", "Remove it, or give the attribute another name.");
            } else {
                names.add(name);
            }
        });
    }
}
