package org.crossaisle.io.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class HistogramBinsTest {
    private static final int SECONDS_OF_A_DAY = 86_400;

    @Test
    void counts_fallIntoBinsOfOneTwoFive() {
        CountBins bins = new CountBins();
        for (int count : new int[] {1, 2, 3, 5, 6, 10, 11, 20, 21, 50, 51}) {
            bins.add(count);
        }
        assertThat(bins.histogram().bins())
                .containsExactly(
                        new Histogram.Bin("1", 1),
                        new Histogram.Bin("2", 1),
                        new Histogram.Bin("3-5", 2),
                        new Histogram.Bin("6-10", 2),
                        new Histogram.Bin("11-20", 2),
                        new Histogram.Bin("21-50", 2),
                        new Histogram.Bin("51-100", 1));
    }

    @Test
    void emptyBinsBetween_areShown_andThoseAroundAreNot() {
        CountBins bins = new CountBins();
        bins.add(0);
        bins.add(4);
        assertThat(bins.histogram().bins())
                .containsExactly(
                        new Histogram.Bin("0", 1),
                        new Histogram.Bin("1", 0),
                        new Histogram.Bin("2", 0),
                        new Histogram.Bin("3-5", 1));
        assertThat(new CountBins().histogram().bins()).isEmpty();
    }

    @Test
    void greatestCount_hasABin() {
        CountBins bins = new CountBins();
        bins.add(Integer.MAX_VALUE);
        assertThat(bins.histogram().bins()).containsExactly(new Histogram.Bin("2000000001+", 1));
    }

    @Test
    void fewDays_areBinsOfOneDay_withTheEmptyOnes() {
        DayBins bins = new DayBins();
        bins.add(seconds("2024-02-28"));
        bins.add(seconds("2024-02-28") + SECONDS_OF_A_DAY - 1);
        bins.add(seconds("2024-03-01"));
        assertThat(bins.histogram().bins())
                .containsExactly(
                        new Histogram.Bin("2024-02-28", 2),
                        new Histogram.Bin("2024-02-29", 0),
                        new Histogram.Bin("2024-03-01", 1));
    }

    @Test
    void moreDaysThanBins_areWeeksFromMonday() {
        DayBins bins = new DayBins();
        bins.add(seconds("2024-01-03")); // a Wednesday
        bins.add(seconds("2024-01-03") + (long) DayBins.MOST * SECONDS_OF_A_DAY);
        Histogram histogram = bins.histogram();
        assertThat(histogram.bins().get(0)).isEqualTo(new Histogram.Bin("2024-01-01", 1));
        assertThat(histogram.bins()).hasSize(14);
        assertThat(histogram.total()).isEqualTo(2);
    }

    @Test
    void years_areMonths_andDecadesAreYears() {
        DayBins years = new DayBins();
        years.add(seconds("2019-05-31"));
        years.add(seconds("2024-01-01"));
        assertThat(years.histogram().bins())
                .hasSize(57)
                .startsWith(new Histogram.Bin("2019-05", 1))
                .endsWith(new Histogram.Bin("2024-01", 1));
        DayBins decades = new DayBins();
        decades.add(seconds("1995-05-31"));
        decades.add(seconds("2024-01-01"));
        assertThat(decades.histogram().bins()).hasSize(30).startsWith(new Histogram.Bin("1995", 1));
    }

    private static long seconds(String day) {
        return LocalDate.parse(day).atStartOfDay(ZoneOffset.UTC).toEpochSecond();
    }

    @Test
    void prices_fallIntoBinsThatBeginAtOneTwoFive() {
        PriceBins bins = new PriceBins();
        for (double price : new double[] {0, 0.05, 0.99, 1, 1.99, 2, 4.99, 5, 9.99}) {
            bins.add(price);
        }
        assertThat(bins.histogram().bins())
                .containsExactly(
                        new Histogram.Bin("0", 1),
                        new Histogram.Bin("0.05 to 0.1", 1),
                        new Histogram.Bin("0.1 to 0.2", 0),
                        new Histogram.Bin("0.2 to 0.5", 0),
                        new Histogram.Bin("0.5 to 1", 1),
                        new Histogram.Bin("1 to 2", 2),
                        new Histogram.Bin("2 to 5", 2),
                        new Histogram.Bin("5 to 10", 2));
    }

    @Test
    void everyPowerOfTen_beginsItsBin() {
        for (int power = -8; power <= 12; power++) {
            PriceBins bins = new PriceBins();
            double price = Double.parseDouble("1e" + power);
            bins.add(price);
            String label = bins.histogram().bins().get(0).label();
            assertThat(Double.parseDouble(label.substring(0, label.indexOf(' '))))
                    .isEqualTo(price);
        }
    }

    @Test
    void pricesFarApart_leaveTheEmptyBinsOut() {
        PriceBins bins = new PriceBins();
        bins.add(1e-9);
        bins.add(1e9);
        assertThat(bins.histogram().bins()).hasSize(2);
    }
}
