package dev.uplift.web.staff;

import dev.uplift.campaign.CampaignStatus.State;
import dev.uplift.delivery.StepCounts;
import java.util.List;
import java.util.Locale;

/**
 * How far the newest run is.
 *
 * @param live whether the numbers still move
 * @param people the sum from audience to those to contact
 */
record DeliveryCard(
        boolean live,
        String processed,
        String planned,
        String share,
        String sent,
        String failed,
        String failedShare,
        boolean trouble,
        Bar bar,
        List<Step> steps,
        Reconciliation people) {

    /** One step of the run; {@code others} are unknown outcomes and contacts stopped at the last moment. */
    record Step(
            int number,
            String kind,
            String template,
            String planned,
            String sent,
            String inFlight,
            String failed,
            String others,
            String heldOut,
            String waiting,
            Bar bar,
            List<Reconciliation.Line> channels) {

        static Step of(StepCounts step, Wording wording) {
            var counts = step.counts();
            return new Step(
                    step.step(),
                    wording.word("staff.step.", step.kind().toLowerCase(Locale.ROOT)),
                    step.template(),
                    wording.count(step.planned()),
                    wording.count(Stage.SENT.in(counts)),
                    wording.count(Stage.IN_FLIGHT.in(counts)),
                    wording.count(Stage.FAILED.in(counts)),
                    wording.count(Stage.UNKNOWN.in(counts) + Stage.STOPPED.in(counts)),
                    wording.count(Stage.HELD_OUT.in(counts)),
                    wording.count(Stage.WAITING.in(counts)),
                    Bar.ofSends(counts, wording),
                    Reconciliation.lines(step.byChannel(), "staff.channel.", wording));
        }
    }

    static DeliveryCard of(Progress progress, State state, double holdOutShare, Wording wording) {
        var counts = progress.counts();
        var toContact = progress.plan().toContact();
        var processed = Stage.settled(counts);
        var failed = Stage.FAILED.in(counts) + Stage.UNKNOWN.in(counts);
        return new DeliveryCard(
                state == State.LAUNCHED && processed < toContact,
                wording.count(processed),
                wording.count(toContact),
                wording.percent(processed, toContact),
                wording.count(Stage.SENT.in(counts)),
                wording.count(failed),
                wording.percent(failed, Math.max(1, processed)),
                failed > 0,
                Bar.ofSends(counts, wording),
                progress.steps().stream().map(step -> Step.of(step, wording)).toList(),
                Reconciliation.of(progress.plan(), holdOutShare, wording));
    }
}
