package org.crossaisle.io.shop;

import org.crossaisle.event.SessionNumbers;
import org.crossaisle.privacy.UserKey;
import org.jspecify.annotations.Nullable;

/**
 * Maps raw user ids to user numbers. Recent ids are cached, since a hash takes a microsecond. Raw ids go no further
 * than this class. For one thread.
 */
public final class UserHashes {
    private static final int SLOTS = 1 << 16;
    private final UserKey key;
    private final UserNumbers numbers;
    private final @Nullable String[] ids = new @Nullable String[SLOTS];
    private final int[] known = new int[SLOTS];
    private final @Nullable String[] sessions = new @Nullable String[SLOTS];
    private final long[] sessionHashes = new long[SLOTS];

    public UserHashes(UserKey key, UserNumbers numbers) {
        this.key = key;
        this.numbers = numbers;
    }

    public int add(String rawId) {
        int slot = slot(rawId);
        if (rawId.equals(ids[slot])) {
            return known[slot];
        }
        int number = numbers.add(key.hash(rawId));
        ids[slot] = rawId;
        known[slot] = number;
        return number;
    }

    /** The 64-bit hash of a session id. */
    public long session(String rawId) {
        int slot = slot(rawId);
        if (!rawId.equals(sessions[slot])) {
            sessionHashes[slot] = session(key, rawId);
            sessions[slot] = rawId;
        }
        return sessionHashes[slot];
    }

    /** The 64-bit hash of a session id, never {@link SessionNumbers#NO_SESSION}. */
    static long session(UserKey key, String rawId) {
        return key.hash("session " + rawId).low() | 1;
    }

    private static int slot(String text) {
        return (text.hashCode() * 0x9E3779B9) >>> 16;
    }
}
