package dev.uplift.campaign;

import dev.uplift.survey.Definition;
import org.jspecify.annotations.Nullable;

/**
 * Who is kept back by lot, which makes sense only between a message and a survey.
 *
 * @param share 0 to 0.9
 * @param unit what is drawn as a whole
 */
record HoldOut(double share, Unit unit) {

    private static final double USUAL = 0.2;
    private static final double LARGEST = 0.9;
    private static final String KEY = "hold-out";
    private static final String SHARE = "Write a share from 0% to 90%, e.g. 20% or 0.2.";
    private static final String BY = "Write customer, or account to draw all contacts of an account together.";

    static HoldOut read(Definition campaign, Draft draft) {
        var usual = draft.asksAfterSending() ? USUAL : 0;
        var holdOut = read(campaign, usual);
        if (holdOut.share > 0 && !draft.sends()) {
            campaign.problemAt(
                    KEY,
                    "Nothing is sent that could be held back.",
                    "Remove 'hold-out', or add a step '- send: template' before the survey.");
        } else if (holdOut.share > 0 && !draft.asksAfterSending()) {
            campaign.problemAt(
                    KEY,
                    "Without a survey after the message nobody learns what the message did.",
                    "Remove 'hold-out', or add a step '- survey: key' after the message.");
        }
        return holdOut;
    }

    private static HoldOut read(Definition campaign, double usual) {
        var node = campaign.node(KEY);
        if (node == null || !node.isMapping()) {
            return new HoldOut(campaign.value(KEY, HoldOut::possible, SHARE).orElse(usual), Unit.CUSTOMER);
        }
        var parts = campaign.mapping(KEY, SHARE).orElseThrow();
        return new HoldOut(
                parts.value("share", HoldOut::possible, SHARE).orElse(usual),
                parts.value("by", HoldOut::unit, BY).orElse(Unit.CUSTOMER));
    }

    private static Double possible(String text) {
        var share = Values.share(text);
        if (share == null || share > LARGEST) {
            throw new IllegalArgumentException(text);
        }
        return share;
    }

    private static @Nullable Unit unit(String text) {
        return switch (text) {
            case "customer" -> Unit.CUSTOMER;
            case "account" -> Unit.ACCOUNT;
            default -> null;
        };
    }
}
