package dev.uplift.survey;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/** Answers to further questions as they are stored: a text as it is, choices as a list of keys. */
public final class Given {

    private static final JsonMapper JSON = new JsonMapper();

    private Given() {}

    static String write(Map<String, List<String>> given, List<Question> questions) {
        var texts = questions.stream()
                .filter(question -> question.type() == Question.Type.TEXT)
                .map(Question::key)
                .collect(Collectors.toSet());
        var stored = new LinkedHashMap<String, Object>();
        given.forEach((key, answer) -> stored.put(key, texts.contains(key) ? String.join("\n", answer) : answer));
        return JSON.writeValueAsString(stored);
    }

    /** By the key of the question: keys of options, or one text. */
    public static Map<String, List<String>> read(String stored) {
        var given = new LinkedHashMap<String, List<String>>();
        JSON.readTree(stored)
                .propertyStream()
                .forEach(answer -> given.put(
                        answer.getKey(),
                        answer.getValue().isString()
                                ? List.of(answer.getValue().asString())
                                : answer.getValue()
                                        .valueStream()
                                        .map(option -> option.asString())
                                        .toList()));
        return given;
    }
}
