package org.crossaisle.io.column;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.crossaisle.RecsException;
import org.crossaisle.io.shop.TableFindings;

/**
 * Recognises the order of day, month and year in a column of dates of digits. A date counts for an order if it is none
 * in all others, or lies in the future in all others.
 */
final class DateOrders implements SampledRows.Visitor {
    private static final int ENOUGH = 10;
    private static final int SHOWN = 3;

    private final String file;
    private final LocalDate latest;
    private final Map<DateOrder, Long> only = new EnumMap<>(DateOrder.class); // dates that only this order reads
    private final Map<DateOrder, String> examples = new EnumMap<>(DateOrder.class);
    private final List<String> ambiguous = new ArrayList<>();
    private long dates;
    private long different; // dates that several orders read, differently

    /** @param latest later dates cannot be meant */
    DateOrders(String file, LocalDate latest) {
        this.file = file;
        this.latest = latest;
    }

    @Override
    public void visit(String value, long line) {
        Optional<DateText.Numbers> numbers = DateText.numbers(value);
        if (numbers.isEmpty()) {
            return;
        }
        dates++;
        Map<DateOrder, LocalDate> readings = readings(numbers.get(), latest);
        if (readings.size() == 1) {
            DateOrder order = readings.keySet().iterator().next();
            only.merge(order, 1L, Long::sum);
            examples.putIfAbsent(order, file + ":" + line + ": " + TableFindings.quote(value));
        } else if (readings.values().stream().distinct().count() > 1) {
            different++;
            if (ambiguous.size() < SHOWN) {
                StringBuilder example =
                        new StringBuilder(file + ":" + line + ": " + TableFindings.quote(value) + " is ");
                List<String> texts = new ArrayList<>();
                readings.forEach((order, date) -> texts.add(date + " " + order.text()));
                ambiguous.add(example.append(String.join(" or ", texts)).toString());
            }
        }
    }

    /** The dates that the numbers can be, by order. */
    static Map<DateOrder, LocalDate> readings(DateText.Numbers numbers, LocalDate latest) {
        Map<DateOrder, LocalDate> readings = new EnumMap<>(DateOrder.class);
        for (DateOrder order : DateOrder.values()) {
            numbers.in(order)
                    .filter(date -> !date.isAfter(latest))
                    .filter(date -> date.getYear() >= 1990)
                    .ifPresent(date -> readings.put(order, date));
        }
        return readings;
    }

    @Override
    public boolean wantsMore() {
        long evidence = only.values().stream().mapToLong(Long::longValue).sum();
        return different > 0 && evidence < ENOUGH;
    }

    /**
     * The order; empty when no date depends on it.
     *
     * @throws RecsException INPUT_UNREADABLE when every date has several readings, or dates are of several orders
     */
    Optional<DateOrder> order(String column) {
        if (dates == 0 || (different == 0 && only.isEmpty())) {
            return dates == 0 ? Optional.empty() : Optional.of(DateOrder.DMY); // days such as 03/03/2024 only
        }
        if (only.isEmpty()) {
            throw new RecsException(
                    RecsException.Code.INPUT_UNREADABLE,
                    file + ": the dates of column " + column + " can be read in several ways: "
                            + String.join("; ", ambiguous)
                            + ". Say how they are written with --date-order dmy, mdy or ymd.");
        }
        DateOrder most = DateOrder.DMY;
        long evidence = 0;
        for (Map.Entry<DateOrder, Long> each : only.entrySet()) {
            evidence += each.getValue();
            most = each.getValue() > only.getOrDefault(most, 0L) ? each.getKey() : most;
        }
        if (only.getOrDefault(most, 0L) < 0.95 * evidence) {
            throw new RecsException(
                    RecsException.Code.INPUT_UNREADABLE,
                    file + ": the dates of column " + column + " are of several orders: " + examples.values()
                            + ". Write them in one order, or say with --date-order dmy, mdy or ymd which ones to keep.");
        }
        return Optional.of(most);
    }

    /** Where the order was seen. */
    String example(DateOrder order) {
        return examples.getOrDefault(order, file);
    }
}
