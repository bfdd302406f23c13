package org.crossaisle.io.simulate.export;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * An event of a simulated shop.
 *
 * @param number from 1, in the order of the file
 * @param action view, cart, purchase or return
 * @param seconds since 1970
 * @param value the price paid in a purchase, else empty
 */
record SimulatedEvent(
        long number, String user, String item, String action, long seconds, String session, String value) {
    private static final DateTimeFormatter TEXT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneOffset.UTC);

    /** True for a purchase or a return, which are what orders hold. */
    boolean isOrder() {
        return action.equals("purchase") || isReturn();
    }

    boolean isReturn() {
        return action.equals("return");
    }

    /** {@code 2024-03-13 10:00:00} in UTC. */
    String date() {
        return TEXT.format(Instant.ofEpochSecond(seconds));
    }

    /** {@code 2024-03-13T10:00:00Z}. */
    String instant() {
        return Instant.ofEpochSecond(seconds).toString();
    }
}
