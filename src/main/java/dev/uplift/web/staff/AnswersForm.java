package dev.uplift.web.staff;

import dev.uplift.survey.answers.AnswerQuestion;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/**
 * What the address of the answers asks for.
 *
 * @param values the parameters of the address
 */
record AnswersForm(Map<String, String> values) {

    /** What the address says, or an empty text. */
    String value(String name) {
        return values.getOrDefault(name, "").strip();
    }

    /** Whether anything narrows the list. */
    boolean narrowed() {
        return AnswerQuestion.NAMES.stream().anyMatch(name -> !value(name).isEmpty());
    }

    /** The same list from its start, with other values; an empty one means all. */
    String address(String path, Map<String, String> changes) {
        var address = UriComponentsBuilder.fromPath(path);
        for (var name : AnswerQuestion.NAMES) {
            add(address, name, changes.getOrDefault(name, value(name)));
        }
        add(address, "after", changes.getOrDefault("after", ""));
        return address.build(true).toUriString();
    }

    private static void add(UriComponentsBuilder address, String name, String value) {
        if (!value.isEmpty()) {
            address.queryParam(name, UriUtils.encode(value, StandardCharsets.UTF_8));
        }
    }
}
