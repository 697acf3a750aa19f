package dev.uplift.delivery;

import java.util.ArrayList;
import java.util.List;

/** All orders in which a few things can happen. */
final class Orders {

    private Orders() {}

    static List<List<String>> of(List<String> events) {
        if (events.isEmpty()) {
            return List.of(List.of());
        }
        var all = new ArrayList<List<String>>();
        for (var first : events) {
            var rest = new ArrayList<>(events);
            rest.remove(first);
            for (var tail : of(rest)) {
                var order = new ArrayList<>(List.of(first));
                order.addAll(tail);
                all.add(order);
            }
        }
        return all;
    }
}
