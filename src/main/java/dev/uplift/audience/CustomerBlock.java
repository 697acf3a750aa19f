package dev.uplift.audience;

import dev.uplift.audience.CustomerStore.Stored;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Stores one block of a delivery in one transaction: what is right is taken, what is wrong is told. */
@Component
class CustomerBlock {

    static final int SIZE = 1_000;

    private final CustomerCheck check;
    private final CustomerStore store;
    private final ConsentSink consents;
    private final TransactionOperations transactions;

    CustomerBlock(CustomerCheck check, CustomerStore store, ConsentSink consents, TransactionOperations transactions) {
        this.check = check;
        this.store = store;
        this.consents = consents;
        this.transactions = transactions;
    }

    /** Takes the block; unless it is to be kept, everything is undone once the numbers are known. */
    Tally take(List<Entry> block, Instant now, boolean keep) {
        var tally = new Tally();
        var layers = layers(block, now, tally);
        transactions.executeWithoutResult(transaction -> {
            store.lock();
            layers.forEach(layer -> store(layer, now).forEach(customer -> tally.add(customer.outcome())));
            if (!keep) {
                transaction.setRollbackOnly();
            }
        });
        return tally;
    }

    /** One statement cannot touch a customer twice, so the second entry with a key goes into a second layer, and so on. */
    private List<Map<String, CheckedCustomer>> layers(List<Entry> block, Instant now, Tally tally) {
        var layers = new ArrayList<Map<String, CheckedCustomer>>();
        var seen = new LinkedHashMap<String, Integer>();
        for (var customer : sound(block, now, tally)) {
            var layer = seen.merge(customer.row().externalId(), 1, Integer::sum) - 1;
            if (layer == layers.size()) {
                layers.add(new LinkedHashMap<>());
            }
            layers.get(layer).put(customer.row().externalId(), customer);
        }
        return layers;
    }

    private List<CheckedCustomer> sound(List<Entry> block, Instant now, Tally tally) {
        var countries = store.countries(block.stream()
                .map(Entry::input)
                .filter(input -> input.phone() != null && input.country() == null)
                .map(CustomerInput::externalId)
                .filter(Objects::nonNull)
                .map(String::strip)
                .filter(key -> Texts.flawIn(key, Texts.KEY) == null)
                .toList());
        var sound = new ArrayList<CheckedCustomer>();
        for (var entry : block) {
            var key = entry.input().externalId();
            var country = countries.getOrDefault(key == null ? "" : key.strip(), store.defaultCountry());
            var flaws = new Flaws(entry.position(), key);
            var customer = check.check(entry.input(), country, now, flaws);
            flaws.first().ifPresentOrElse(tally::add, () -> sound.add(customer));
        }
        return sound;
    }

    private Iterable<Stored> store(Map<String, CheckedCustomer> layer, Instant now) {
        var stored =
                store.upsert(layer.values().stream().map(CheckedCustomer::row).toList(), now);
        var declared = new ArrayList<ConsentSink.Declared>();
        stored.forEach((key, customer) -> Objects.requireNonNull(layer.get(key))
                .consents()
                .forEach(consent -> declared.add(consent.of(customer.id()))));
        if (!declared.isEmpty()) {
            consents.declare(declared);
        }
        return stored.values();
    }
}
