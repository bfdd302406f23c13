package org.crossaisle.store.sqlite;

import java.nio.ByteBuffer;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.OptionalDouble;
import org.crossaisle.action.ActionVocabulary;
import org.crossaisle.event.Event;
import org.crossaisle.history.UserId;

/** Maps events to rows of the table and back. */
final class EventRows {
    static final String INSERT = "INSERT INTO event (user, item, action, time, value, session, id)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) WHERE id <> '' DO NOTHING";
    static final String LATEST = "SELECT item, action, time, value, session, id FROM event WHERE user = ?"
            + " ORDER BY time DESC, number DESC LIMIT ?";

    private EventRows() {}

    /** Sets the parameters of {@link #INSERT}. */
    static void write(Event event, PreparedStatement insert) throws SQLException {
        insert.setBytes(1, bytes(event.user()));
        insert.setString(2, event.item());
        insert.setInt(3, event.action().code());
        insert.setLong(4, event.time());
        if (event.value().isPresent()) {
            insert.setDouble(5, event.value().getAsDouble());
        } else {
            insert.setNull(5, Types.REAL);
        }
        insert.setString(6, event.session());
        insert.setString(7, event.id());
    }

    /**
     * The event in the current row of {@link #LATEST}.
     *
     * @throws IllegalArgumentException when the row does not hold a valid event
     */
    static Event read(UserId user, ResultSet row, ActionVocabulary actions) throws SQLException {
        double number = row.getDouble(4);
        OptionalDouble value = row.wasNull() ? OptionalDouble.empty() : OptionalDouble.of(number);
        return new Event(
                user,
                row.getString(1),
                actions.ofCode(row.getInt(2)),
                row.getLong(3),
                value,
                row.getString(5),
                row.getString(6));
    }

    /** The 16 bytes of a user id, big-endian. */
    static byte[] bytes(UserId user) {
        return ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(user.high())
                .putLong(user.low())
                .array();
    }
}
