package org.crossaisle.io.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class AmountsTest {
    @Test
    void numbersAsShopsWriteThem_areRead() {
        assertThat(Amounts.parse("12.99")).hasValue(12.99);
        assertThat(Amounts.parse("-3")).hasValue(-3);
        assertThat(Amounts.parse("1e3")).hasValue(1000);
        assertThat(Amounts.parse("$1,299.00")).hasValue(1299);
        assertThat(Amounts.parse("1,299")).hasValue(1299);
        assertThat(Amounts.parse("12,99 €")).hasValue(12.99);
        assertThat(Amounts.parse("￥45")).hasValue(45);
        assertThat(Amounts.parse("45元")).hasValue(45);
    }

    @Test
    void whatMayMeanTwoThings_isNoNumber() {
        for (String text : List.of("cheap", "1,2345", "12,34,56", "1.2.3", "5-6", "", "NaN", "0x10", "1d")) {
            assertThat(Amounts.parse(text)).as(text).isEmpty();
        }
    }
}
