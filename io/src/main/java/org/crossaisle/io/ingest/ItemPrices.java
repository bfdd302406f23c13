package org.crossaisle.io.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.crossaisle.io.column.AmountColumn;
import org.crossaisle.io.shop.Finding;
import org.crossaisle.io.shop.TableFindings;
import org.crossaisle.io.table.Column;
import org.crossaisle.io.table.Columns;

/** Reads the price of each item: the reduced one where there is one, else the usual one. */
final class ItemPrices {
    private final TableReading rows;
    private final ImportSettings settings;
    private final List<Integer> places = new ArrayList<>(); // best first
    private final List<AmountColumn> columns = new ArrayList<>();
    private final List<Long> used = new ArrayList<>();

    ItemPrices(TableReading rows, ImportSettings settings) {
        this.rows = rows;
        this.settings = settings;
        locate();
    }

    /** Finds and judges columns that were not there before. */
    void locate() {
        boolean named = settings.columns().keySet().stream()
                .anyMatch(key -> Tables.PRICE.isCalled(key.replaceFirst("^items\\.", "")));
        List<Column> wanted =
                named ? List.of(Tables.PRICE) : List.of(Tables.SALE_PRICE, Tables.PRICE, Tables.REGULAR_PRICE);
        for (Column column : wanted) {
            int place = rows.columns().of(column);
            if (place != Columns.NONE && !places.contains(place)) {
                places.add(place);
                columns.add(AmountColumn.judge(rows.reader(), place, settings.decimal()));
                used.add(0L);
            }
        }
    }

    /** The price of the current row, empty when it has none that can be read. */
    OptionalDouble read() {
        for (int i = 0; i < places.size(); i++) {
            String text = rows.reader().text(places.get(i));
            if (text.isEmpty()) {
                continue;
            }
            OptionalDouble price = columns.get(i).read(text);
            if (price.isPresent() && price.getAsDouble() >= 0 && price.getAsDouble() < Double.POSITIVE_INFINITY) {
                used.set(i, used.get(i) + 1);
                return price;
            }
            rows.found(
                    Finding.Reason.BAD_PRICE, "price " + TableFindings.quote(text) + " is not a number of at least 0");
        }
        return OptionalDouble.empty();
    }

    /** Notes what was judged, and which columns prices are from. */
    void end() {
        columns.forEach(column -> column.notes().forEach(rows::note));
        if (places.size() > 1) {
            List<String> from = new ArrayList<>();
            for (int i = 0; i < places.size(); i++) {
                from.add(String.format("%s (%,d)", rows.reader().columns().get(places.get(i)), used.get(i)));
            }
            rows.note("the price is from the first of these columns that has one: " + String.join(", ", from)
                    + "; --map price=COLUMN takes one of them only");
        }
    }
}
