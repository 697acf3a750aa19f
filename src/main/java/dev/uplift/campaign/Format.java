package dev.uplift.campaign;

import dev.uplift.survey.Grammar;

/** The keys of a campaign definition. */
final class Format {

    private static final Grammar GOAL = Grammar.of("metric", "target", "by", "worth");
    private static final Grammar HOLD_OUT = Grammar.of("share", "by");
    private static final Grammar SCHEDULE = Grammar.of("start", "cron", "zone", "between", "except");
    private static final Grammar STEP = Grammar.of("send", "survey", "variants", "after")
            .with("remind", Grammar.of("after", "times"))
            .refusing("when", "Remove it; every step goes to everybody who is reached by the campaign.");

    private static final Grammar FOLLOW_UP = Grammar.of("case", "within", "send", "after", "purpose");
    private static final Grammar FOLLOW_UPS =
            Grammar.of().with("detractor", FOLLOW_UP).with("passive", FOLLOW_UP).with("promoter", FOLLOW_UP);

    static final Grammar CAMPAIGN = Grammar.of(
                    "name", "owner", "touchpoint", "serves", "purpose", "audience", "compare-by", "channels", "pace")
            .with("goal", GOAL)
            .with("hold-out", HOLD_OUT)
            .with("schedule", SCHEDULE)
            .with("steps", STEP)
            .with("follow-up", FOLLOW_UPS)
            .refusing("trigger", "Remove it and set schedule.cron; who had the event is a matter of the audience.");

    private Format() {}
}
