package dev.uplift.demo.simulation;

import dev.uplift.demo.company.Population;
import dev.uplift.demo.company.TrueEffect;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * What is simulated.
 *
 * @param seed the seed of the population, remembered with the progress
 * @param effects what the messages of campaigns do to those who read them
 * @param acts what the company does
 */
record Story(long seed, Population population, List<TrueEffect> effects, List<Act> acts, Instant from, Instant until) {

    Story {
        acts = acts.stream().sorted(Comparator.comparing(Act::at)).toList();
    }

    /** The acts still to come after this instant. */
    List<Act> actsAfter(Instant now) {
        return acts.stream().filter(act -> act.at().isAfter(now)).toList();
    }

    Map<String, Double> shifts() {
        return TrueEffect.shifts(effects);
    }

    /** How much of the story lies before this instant, in percent. */
    int percent(Instant now) {
        return (int) (100
                * (now.getEpochSecond() - from.getEpochSecond())
                / Math.max(1, until.getEpochSecond() - from.getEpochSecond()));
    }
}
