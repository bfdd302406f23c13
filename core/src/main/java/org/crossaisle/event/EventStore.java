package org.crossaisle.event;

import java.util.List;
import org.crossaisle.RecsException;
import org.crossaisle.history.UserId;

/** Live events on the disk, appended and read by user. Threads may share it. */
public interface EventStore extends AutoCloseable {
    /** The most events of one append. */
    int LARGEST_APPEND = 10_000;

    /**
     * Stores events, all or none, and returns when they are on the disk: neither the end of the process nor that of the
     * machine's power loses them afterwards. An event whose id is not empty and is stored already, for whichever user,
     * is a duplicate and not stored again; so is the second of two in one append.
     *
     * @throws IllegalArgumentException when there are more than {@value #LARGEST_APPEND}
     * @throws RecsException STORAGE_FAILED when they cannot be stored now; none of them is then
     */
    Appended append(List<Event> events);

    /**
     * The user's latest events in the order of their times and, at equal times, of their arrival, oldest first. A user
     * the store does not know has none.
     *
     * @param count how many at most, not negative
     * @throws RecsException STORAGE_FAILED when they cannot be read
     */
    List<Event> latest(UserId user, int count);

    /** How many events are stored. */
    long size();

    /**
     * Stores what was appended, and ends. Whoever appends or reads afterwards gets an {@link IllegalStateException}.
     */
    @Override
    void close();

    /**
     * What became of the events of one append.
     *
     * @param accepted how many were stored
     * @param duplicates how many were stored already
     */
    record Appended(int accepted, int duplicates) {}
}
