package org.crossaisle.io.simulate.export;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.crossaisle.io.simulate.ShopSimulator;
import org.crossaisle.io.table.RowReader;
import org.crossaisle.io.table.TableFile;

/** The items and events that the simulator wrote, row by row. */
final class SimulatedTables {
    private static final List<String> ITEM =
            List.of("item_id", "title", "description", "category_path", "brand", "price", "colour");
    private static final List<String> EVENT =
            List.of("user_id", "item_id", "event", "timestamp", "session_id", "value");

    private final Path directory;
    private final boolean gzip;

    SimulatedTables(Path directory, boolean gzip) {
        this.directory = directory;
        this.gzip = gzip;
    }

    /** What is done with each row. */
    interface Each<T> {
        void take(T row) throws IOException;
    }

    void items(Each<SimulatedItem> each) throws IOException {
        try (RowReader rows = TableFile.open(ShopSimulator.items(directory, gzip))) {
            int[] at = places(rows, ITEM);
            while (rows.next()) {
                each.take(new SimulatedItem(
                        rows.text(at[0]),
                        rows.text(at[1]),
                        rows.text(at[2]),
                        rows.text(at[3]),
                        rows.text(at[4]),
                        rows.text(at[5]),
                        rows.text(at[6])));
            }
        }
    }

    void events(Each<SimulatedEvent> each) throws IOException {
        try (RowReader rows = TableFile.open(ShopSimulator.events(directory, gzip))) {
            int[] at = places(rows, EVENT);
            for (long number = 1; rows.next(); number++) {
                each.take(new SimulatedEvent(
                        number,
                        rows.text(at[0]),
                        rows.text(at[1]),
                        rows.text(at[2]),
                        Long.parseLong(rows.text(at[3])),
                        rows.text(at[4]),
                        rows.text(at[5])));
            }
        }
    }

    /** The events that are in orders: purchases and returns. */
    void orders(Each<SimulatedEvent> each) throws IOException {
        events(event -> {
            if (event.isOrder()) {
                each.take(event);
            }
        });
    }

    private static int[] places(RowReader rows, List<String> columns) {
        return columns.stream().mapToInt(rows.columns()::indexOf).toArray();
    }
}
