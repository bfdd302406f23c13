package org.crossaisle.io.ingest;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.crossaisle.Nearest;
import org.crossaisle.action.Action;
import org.crossaisle.io.table.Columns;

/**
 * Recognises purchases that were returned or cancelled: their quantity is negative, the number of their invoice begins
 * with C where the others are digits, or the status of their order says so.
 */
final class EventReturns {
    private static final Set<String> RATINGS = Set.of("rating", "overall", "score", "评分");
    private static final Set<String> INVOICES =
            Set.of("invoice", "invoiceno", "invoicenumber", "invoiceid", "orderid", "orderno", "ordernumber");
    private static final Set<String> STATES = Set.of(
            "status", "orderstatus", "state", "orderstate", "financialstatus", "fulfillmentstatus", "fulfilmentstatus");
    private static final Set<String> UNDONE = Set.of(
            "cancelled",
            "canceled",
            "cancellation",
            "refunded",
            "refund",
            "returned",
            "return",
            "voided",
            "reversed",
            "chargeback",
            "rejected",
            "failed",
            "storniert",
            "retourniert",
            "annulé",
            "cancelado",
            "已取消",
            "已退款",
            "退款");

    private final TableReading rows;
    private boolean quantities;
    private int invoicePlace = Columns.NONE;
    private int statePlace = Columns.NONE;
    private final long[] counts = new long[3]; // by quantity, invoice, status
    private final String[] firsts = {"", "", ""};

    EventReturns(TableReading rows) {
        this.rows = rows;
    }

    /** Finds the columns. */
    void locate() {
        List<String> names = rows.reader().columns();
        int value = rows.columns().of(Tables.VALUE);
        quantities = value != Columns.NONE && !RATINGS.contains(Nearest.plain(names.get(value)));
        for (int place : rows.columns().others()) {
            String plain = Nearest.plain(names.get(place));
            if (invoicePlace == Columns.NONE && INVOICES.contains(plain) && hasCancellations(place)) {
                invoicePlace = place;
            }
            if (statePlace == Columns.NONE && STATES.contains(plain)) {
                statePlace = place;
            }
        }
    }

    /** True when most numbers are digits and the others have a C in front. */
    private boolean hasCancellations(int place) {
        List<String> sample = rows.reader().sample(place);
        long digits = sample.stream().filter(EventReturns::isDigits).count();
        long cancelled = sample.stream().filter(EventReturns::isCancellation).count();
        return digits > 0 && digits + cancelled >= 0.9 * sample.size();
    }

    private static boolean isDigits(String text) {
        return !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static boolean isCancellation(String text) {
        return text.length() > 1 && (text.charAt(0) == 'C' || text.charAt(0) == 'c') && isDigits(text.substring(1));
    }

    /** The action of the current row, which is a return if the purchase was undone. */
    Action of(Action action, float value) {
        if (!action.equals(Action.PURCHASE)) {
            return action;
        }
        if (quantities && value < 0) {
            return undone(0);
        }
        if (invoicePlace != Columns.NONE && isCancellation(rows.reader().text(invoicePlace))) {
            return undone(1);
        }
        if (statePlace != Columns.NONE
                && UNDONE.contains(rows.reader().text(statePlace).toLowerCase(Locale.ROOT))) {
            return undone(2);
        }
        return action;
    }

    private Action undone(int how) {
        if (counts[how]++ == 0) {
            firsts[how] = rows.reader().where(rows.line());
        }
        return Action.RETURN;
    }

    /** Notes how many purchases are returns, and why. */
    void end() {
        List<String> why = Arrays.asList(
                "their quantity is negative",
                "the number of their invoice begins with C",
                "the status of their order says that it was undone");
        for (int how = 0; how < counts.length; how++) {
            if (counts[how] > 0) {
                rows.note(String.format(
                        "%,d purchases are returns, because %s, the first at %s",
                        counts[how], why.get(how), firsts[how]));
            }
        }
    }
}
