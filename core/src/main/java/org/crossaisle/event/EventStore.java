package org.crossaisle.event;

import java.util.List;
import org.crossaisle.PublicApi;
import org.crossaisle.RecsException;
import org.crossaisle.history.UserId;

/** A persistent store of live events, which are appended and read by user. Threads may share it. */
@PublicApi
public interface EventStore extends AutoCloseable {
    /** The maximum number of events in one append. */
    int LARGEST_APPEND = 10_000;

    /**
     * Stores all events or none, and returns when they are on disk: neither a crash of the process nor a power failure
     * loses them afterwards. An event with a non-empty id that is already stored, for any user, is a duplicate and is
     * not stored again; so is the second of two equal ids in one append.
     *
     * @throws IllegalArgumentException when there are more than {@value #LARGEST_APPEND}
     * @throws RecsException STORAGE_FAILED when they cannot be stored now; then none of them is stored
     */
    Appended append(List<Event> events);

    /**
     * The user's latest events, oldest first, by time and at equal times by arrival. An unknown user has none.
     *
     * @param count the maximum number of events, not negative
     * @throws RecsException STORAGE_FAILED when they cannot be read
     */
    List<Event> latest(UserId user, int count);

    /** The number of stored events. */
    long size();

    /**
     * Stores everything that was appended and closes the store. Later appends and reads throw an
     * {@link IllegalStateException}.
     */
    @Override
    void close();

    /**
     * The result of one append.
     *
     * @param accepted how many were stored
     * @param duplicates how many were stored already
     */
    record Appended(int accepted, int duplicates) {}
}
