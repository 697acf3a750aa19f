package dev.uplift.campaign;

import dev.uplift.platform.Medium;
import dev.uplift.platform.YamlNode;
import dev.uplift.survey.Definition;
import dev.uplift.survey.Spelling;
import java.util.ArrayList;
import java.util.List;

/** Reads the channels in the order in which they are considered. */
final class ChannelsReader {

    private static final List<String> CHANNELS = List.of("preferred", "email", "sms");
    private static final String LIST = "Write a list such as [preferred, email, sms].";

    private ChannelsReader() {}

    static List<String> read(Definition campaign) {
        if (!campaign.has("channels")) {
            return CHANNELS;
        }
        var channels = new ArrayList<String>();
        var items = campaign.items("channels", LIST);
        items.forEach(item -> add(item, channels));
        if (items.isEmpty()) {
            campaign.problemAt("channels", "There is no channel in the list.", LIST);
        }
        return List.copyOf(channels);
    }

    private static void add(YamlNode item, List<String> channels) {
        var name = String.valueOf(item.text());
        if (channels.contains(name)) {
            item.problem("'" + name + "' stands here twice.", "Keep the first.");
        } else if (CHANNELS.contains(name)) {
            channels.add(name);
        } else if (Medium.of(name).isPresent()) {
            item.problem("The channel '" + name + "' cannot be used yet.", "Remove it and use email or sms.");
        } else {
            item.problem("Unknown channel '" + name + "'.", Spelling.remedy(name, CHANNELS));
        }
    }
}
