package dev.uplift.platform;

import java.util.List;
import java.util.stream.Collectors;

/** What a person gave us cannot be accepted; carries every problem found, not only the first. */
public class InvalidInput extends RuntimeException {

    private final transient List<Problem> problems;

    public InvalidInput(List<Problem> problems) {
        super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    /** The problems, in the order of the input. */
    public List<Problem> problems() {
        return problems;
    }
}
