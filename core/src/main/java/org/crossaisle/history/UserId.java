package org.crossaisle.history;

import java.util.HexFormat;
import org.crossaisle.PublicApi;

/**
 * The identity of a user everywhere behind the importer: 128 bits of a keyed hash of the shop's id. Without the key it
 * reveals nothing about the person.
 *
 * @param high the first 64 bits
 * @param low the last 64 bits
 */
@PublicApi
public record UserId(long high, long low) implements Comparable<UserId> {
    @Override
    public int compareTo(UserId other) {
        int order = Long.compareUnsigned(high, other.high);
        return order != 0 ? order : Long.compareUnsigned(low, other.low);
    }

    /** 32 hex digits. */
    @Override
    public String toString() {
        return HexFormat.of().toHexDigits(high) + HexFormat.of().toHexDigits(low);
    }
}
