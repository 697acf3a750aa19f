package dev.uplift.audience;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;

/** Cuts a delivery of any length into blocks, so that only one of them is in memory. */
final class Blocks {

    private Blocks() {}

    /** Hands on the entries, at most {@code size} at a time. */
    static <T> void each(Iterator<T> delivery, int size, Consumer<List<T>> consumer) {
        var block = new ArrayList<T>(size);
        while (delivery.hasNext()) {
            block.add(delivery.next());
            if (block.size() == size) {
                consumer.accept(List.copyOf(block));
                block.clear();
            }
        }
        if (!block.isEmpty()) {
            consumer.accept(block);
        }
    }
}
