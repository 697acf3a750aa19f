package dev.uplift.demo.simulation;

import java.io.PrintStream;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.Consumer;

/** Says on the console how far the simulation is: a line for every tenth. */
final class ProgressLine implements Consumer<Instant> {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH).withZone(ZoneOffset.UTC);
    private static final int EVERY = 10;

    private final Story story;
    private final PrintStream out;
    private int said = -1;

    ProgressLine(Story story, PrintStream out) {
        this.story = story;
        this.out = out;
    }

    @Override
    public void accept(Instant now) {
        var tenth = story.percent(now) / EVERY;
        if (tenth > said) {
            said = tenth;
            out.printf(Locale.ROOT, "Living the sample company: %s, %d %%%n", DAY.format(now), tenth * EVERY);
        }
    }
}
