package dev.uplift.audience;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Remembers which keys a file has brought, in 8 bytes each.
 *
 * <p>Keys are told apart by 64 bits (FNV-1a, mixed as in MurmurHash3): among five million different ones, the chance that any two are
 * taken for the same is below one in a million.
 */
final class SeenKeys {

    private long[] slots = new long[1 << 12];
    private int size;

    /** Whether the key is new. */
    boolean add(String key) {
        if (2 * size >= slots.length) {
            grow();
        }
        var added = put(slots, hash(key));
        size += added ? 1 : 0;
        return added;
    }

    private void grow() {
        var wider = new long[2 * slots.length];
        Arrays.stream(slots).filter(hash -> hash != 0).forEach(hash -> put(wider, hash));
        slots = wider;
    }

    private static boolean put(long[] slots, long hash) {
        int slot = (int) (hash & (slots.length - 1));
        while (slots[slot] != 0 && slots[slot] != hash) {
            slot = (slot + 1) & (slots.length - 1);
        }
        var free = slots[slot] == 0;
        slots[slot] = hash;
        return free;
    }

    private static long hash(String key) {
        long hash = 0xcbf29ce484222325L;
        for (var octet : key.getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ (octet & 0xff)) * 0x100000001b3L;
        }
        hash = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
        hash = (hash ^ (hash >>> 33)) * 0xc4ceb9fe1a85ec53L;
        hash ^= hash >>> 33;
        return hash == 0 ? 1 : hash;
    }
}
