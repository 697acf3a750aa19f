package dev.uplift.platform;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a survey asks for: a whole number on a scale whose lower, middle and upper answers count differently.
 *
 * <p>NPS is promoters less detractors, -100 to 100 points. CSAT (satisfied, top two of five; measuringu.com) and CES 2.0
 * (easy, above the middle of seven; Gartner) are the share of upper answers, 0 to 100 percent.
 */
public enum Metric {
    NPS(0, 10, 7, 9),
    CSAT(1, 5, 3, 4),
    CES(1, 7, 4, 5);

    private final int lowest;
    private final int highest;
    private final int middleFrom;
    private final int upperFrom;

    Metric(int lowest, int highest, int middleFrom, int upperFrom) {
        this.lowest = lowest;
        this.highest = highest;
        this.middleFrom = middleFrom;
        this.upperFrom = upperFrom;
    }

    /** A part of the scale. */
    public enum Part {
        LOWER,
        MIDDLE,
        UPPER
    }

    /** The name used in definitions, the database and the API, e.g. {@code nps}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The metric with this key, or empty if there is none. */
    public static Optional<Metric> of(String key) {
        return Stream.of(values()).filter(metric -> metric.key().equals(key)).findFirst();
    }

    /** All keys, to choose from: {@code nps, csat or ces}. */
    public static String choice() {
        return Stream.of(values())
                .map(Metric::key)
                .collect(Collectors.joining(", "))
                .replaceFirst(", (?=[^,]*$)", " or ");
    }

    /** The lowest number that can be answered. */
    public int lowest() {
        return lowest;
    }

    /** The highest number that can be answered. */
    public int highest() {
        return highest;
    }

    /** Whether this number can be answered. */
    public boolean holds(int answer) {
        return lowest <= answer && answer <= highest;
    }

    /** The answer in digits, or empty if the text is none. */
    public Optional<Integer> answer(String text) {
        return text.matches("[0-9]|10") ? Optional.of(Integer.valueOf(text)).filter(this::holds) : Optional.empty();
    }

    /** The part of the scale that an answer belongs to. */
    public Part part(int answer) {
        return answer >= upperFrom ? Part.UPPER : answer >= middleFrom ? Part.MIDDLE : Part.LOWER;
    }

    /** Whether the score is the share of upper answers in percent, not points from -100 to 100. */
    public boolean share() {
        return this != NPS;
    }

    /** The lowest score there is; the highest is 100. */
    public int leastScore() {
        return share() ? 0 : -100;
    }

    /** The lowest answer of a part. */
    public int from(Part part) {
        return part == Part.LOWER ? lowest : part == Part.MIDDLE ? middleFrom : upperFrom;
    }

    /** The highest answer of a part. */
    public int to(Part part) {
        return part == Part.LOWER ? middleFrom - 1 : part == Part.MIDDLE ? upperFrom - 1 : highest;
    }

    /** What one answer adds to the score: -100, 0 or 100 points of NPS, 0 or 100 percent of a share; the mean is the score. */
    public int code(int answer) {
        return part(answer) == Part.UPPER ? 100 : part(answer) == Part.LOWER ? leastScore() : 0;
    }

    /** The codes there are, in order. */
    public List<Integer> codes() {
        return share() ? List.of(0, 100) : List.of(-100, 0, 100);
    }

    /** Which answers count alike: {@code 0-6 / 7-8 / 9-10} for NPS, {@code 1-3 / 4-5} for CSAT. */
    public String breaks() {
        var lower = share() ? "" : lowest + "-" + (middleFrom - 1) + " / ";
        return lower + (share() ? lowest : middleFrom) + "-" + (upperFrom - 1) + " / " + upperFrom + "-" + highest;
    }

    /** What differences of the score are counted in: {@code points} or {@code percentage points}. */
    public String unit() {
        return share() ? "percentage points" : "points";
    }
}
