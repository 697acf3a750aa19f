package dev.uplift.strategy;

import java.util.List;
import java.util.Map;

/**
 * What customers can rely on: the node of the goal tree that campaigns serve.
 *
 * @param key file name in {@code campaigns/goals/} without {@code .yaml}
 * @param name the promise as customers read it, by language
 * @param owner the department that answers for it
 * @param keyResults by what it is seen whether the promise is kept, at least one
 */
public record Promise(String key, Map<String, String> name, Aim serves, String owner, List<KeyResult> keyResults) {

    /** How campaigns name it under {@code serves}. */
    public String node() {
        return "promise/" + key;
    }
}
