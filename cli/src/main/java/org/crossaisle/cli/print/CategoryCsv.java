package org.crossaisle.cli.print;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import org.crossaisle.affinity.Affinity;
import org.crossaisle.affinity.Lag;

/** Writes moves between categories as CSV, one per line. */
public final class CategoryCsv {
    private CategoryCsv() {}

    /**
     * The moves as CSV, with a header.
     *
     * @param raw whether cells are written as they are, for programs
     */
    public static String text(List<Affinity> moves, boolean raw) {
        StringWriter text = new StringWriter();
        try (SpreadsheetCsv csv = SpreadsheetCsv.to(text, raw)) {
            write(moves, csv);
        } catch (IOException e) {
            throw new UncheckedIOException("no file is written to", e);
        }
        return text.toString();
    }

    private static void write(List<Affinity> moves, SpreadsheetCsv csv) {
        csv.row(
                "from",
                "to",
                "customers",
                "rate",
                "lift",
                "lift_low",
                "lift_high",
                "lag_days_lower_quartile",
                "lag_days_median",
                "lag_days_upper_quartile",
                "from_first",
                "to_first",
                "ties",
                "direction_p",
                "bought_together_days",
                "bought_together_expected",
                "bought_together_deviations",
                "viewed_together_days",
                "viewed_together_expected",
                "viewed_together_deviations",
                "relation");
        for (Affinity move : moves) {
            csv.row(
                    move.from().toString(),
                    move.to().toString(),
                    String.valueOf(move.customers()),
                    number(move.rate()),
                    number(move.lift().value()),
                    number(move.lift().low()),
                    number(move.lift().high()),
                    move.lag()
                            .map(Lag::lowerQuartileDays)
                            .map(CategoryCsv::number)
                            .orElse(""),
                    move.lag().map(Lag::medianDays).map(CategoryCsv::number).orElse(""),
                    move.lag()
                            .map(Lag::upperQuartileDays)
                            .map(CategoryCsv::number)
                            .orElse(""),
                    String.valueOf(move.direction().forward()),
                    String.valueOf(move.direction().backward()),
                    String.valueOf(move.direction().ties()),
                    number(move.direction().p()),
                    String.valueOf(move.bought().days()),
                    number(move.bought().expected()),
                    number(move.bought().deviations()),
                    String.valueOf(move.viewed().days()),
                    number(move.viewed().expected()),
                    number(move.viewed().deviations()),
                    move.relation().name().toLowerCase(Locale.ROOT));
        }
    }

    /** A number with six significant digits. */
    private static String number(double value) {
        return String.format(Locale.ROOT, "%.6g", value);
    }
}
