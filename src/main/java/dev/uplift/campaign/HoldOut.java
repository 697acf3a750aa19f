package dev.uplift.campaign;

import dev.uplift.survey.Definition;

/** Reads the share that is kept back by lot, which makes sense only between a message and a survey. */
final class HoldOut {

    private static final double USUAL = 0.2;
    private static final double LARGEST = 0.9;

    private HoldOut() {}

    static double read(Definition campaign, Draft draft) {
        var usual = draft.asksAfterSending() ? USUAL : 0;
        var share = campaign.value("hold-out", HoldOut::possible, "Write a share from 0% to 90%, e.g. 20% or 0.2.")
                .orElse(usual);
        if (share > 0 && !draft.sends()) {
            campaign.problemAt(
                    "hold-out",
                    "Nothing is sent that could be held back.",
                    "Remove 'hold-out', or add a step '- send: template' before the survey.");
        } else if (share > 0 && !draft.asksAfterSending()) {
            campaign.problemAt(
                    "hold-out",
                    "Without a survey after the message nobody learns what the message did.",
                    "Remove 'hold-out', or add a step '- survey: key' after the message.");
        }
        return share;
    }

    private static Double possible(String text) {
        var share = Values.share(text);
        if (share == null || share > LARGEST) {
            throw new IllegalArgumentException(text);
        }
        return share;
    }
}
