package org.crossaisle.cli.print;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Locale;
import org.crossaisle.affinity.Affinity;
import org.crossaisle.affinity.Lag;

/** Moves between categories as CSV, a line for each. */
public final class CategoryCsv {
    private CategoryCsv() {}

    public static String text(List<Affinity> moves) {
        StringWriter text = new StringWriter();
        CsvWriter csv = CsvWriter.builder().bufferSize(0).build(text); // what is in a buffer would be lost
        csv.writeRecord(
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
            csv.writeRecord(
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
        return text.toString();
    }

    /** Six significant digits. */
    private static String number(double value) {
        return String.format(Locale.ROOT, "%.6g", value);
    }
}
