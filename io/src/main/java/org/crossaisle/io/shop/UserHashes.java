package org.crossaisle.io.shop;

import org.crossaisle.privacy.UserKey;
import org.jspecify.annotations.Nullable;

/**
 * From a raw user id to the user's number, with a memory of those met lately, since a hash costs a microsecond. The raw ids
 * end here. For one thread.
 */
final class UserHashes {
    private static final int SLOTS = 1 << 16;
    private final UserKey key;
    private final UserNumbers numbers;
    private final @Nullable String[] ids = new @Nullable String[SLOTS];
    private final int[] known = new int[SLOTS];

    UserHashes(UserKey key, UserNumbers numbers) {
        this.key = key;
        this.numbers = numbers;
    }

    int add(String rawId) {
        int slot = (rawId.hashCode() * 0x9E3779B9) >>> 16;
        if (rawId.equals(ids[slot])) {
            return known[slot];
        }
        int number = numbers.add(key.hash(rawId));
        ids[slot] = rawId;
        known[slot] = number;
        return number;
    }

    /** A session's id as 64 bits that say nothing. */
    long session(String rawId) {
        return key.hash(rawId).low();
    }
}
