package org.crossaisle.io.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.crossaisle.io.column.DecimalMark;
import org.crossaisle.io.shop.Finding;
import org.crossaisle.io.shop.ImportReport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PricesOfColumnsTest {
    @TempDir
    Path directory;

    private ImportedTables tables;

    @BeforeEach
    void eventsOfOneUser() throws IOException {
        tables = new ImportedTables(directory);
    }

    private ImportReport prices(String first, String second) throws IOException {
        return tables.items("item_id\ttitle\tprice", "A\tRope\t" + first, "B\tBowl\t" + second)
                .run();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "12.99;12.99;$1,299.00;1299",
                "37.50 USD;37.5;USD 4;4",
                "R$ 89,90;89.9;R$ 1.089,90;1089.9",
                "1.450,00 €;1450;€ 1.450;1450", // the one settles the other
                "1.450,00 EUR;1450;2.450 EUR;2450",
                "1 450,00 zł;1450;7,50 zł;7.5",
                "Rp 15.000;15000;Rp 1.250.000;1250000",
                "Rp 15.000;15000;Rp 25.000;25000", // rupiah have no decimals
                "$1,299;1299;$45;45",
                "1,23,456.00;123456;45.50;45.5", // Indian groups
                "₹1,23,456;123456;₹4,567;4567",
                "1'450.00;1450;CHF 7.50;7.5",
                "45元;45;￥1,299;1299",
                ".5;0.5;0.125;0.125",
                "1.299;1.299;12.5;12.5", // all other values have decimal points
                "1e3;1000;5;5",
            })
    void pricesAsShopsWriteThem_areRead(String first, double a, String second, double b) throws IOException {
        ImportReport report = prices(first, second);
        assertThat(tables.item("A").price()).hasValue(a);
        assertThat(tables.item("B").price()).hasValue(b);
        assertThat(report.table("items").count(Finding.Reason.BAD_PRICE)).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {"cheap", "12,34,56", "1.2.3", "5-6", "NaN", "0x10", "1d", "12 pcs", "-3"})
    void whatIsNoPrice_isCounted(String text) throws IOException {
        ImportReport report = prices(text, "7.5");
        assertThat(tables.item("A").price()).isEmpty();
        assertThat(report.table("items").count(Finding.Reason.BAD_PRICE)).isEqualTo(1);
    }

    @Test
    void pricesThatCanBeReadInTwoWays_areRefused_andTheOptionSettlesIt() throws IOException {
        tables.items("item_id\ttitle\tprice", "A\tRope\t1.299", "B\tBowl\t45");
        assertThat(tables.refusal())
                .hasMessageContaining(
                        "items.csv:2: \"1.299\" is 1.299 with a decimal point or 1299 with a decimal comma")
                .hasMessageContaining("--decimal point or comma");
        tables.with(tables.settings().withDecimal(DecimalMark.COMMA)).run();
        assertThat(tables.item("A").price()).hasValue(1299);
        tables.with(tables.settings().withDecimal(DecimalMark.POINT)).run();
        assertThat(tables.item("A").price()).hasValue(1.299);
    }

    @Test
    void severalCurrencies_areNoted() throws IOException {
        ImportReport report = prices("45.00 USD", "R$ 99,90");
        assertThat(report.table("items").notes())
                .contains("column price has several currencies, which are not converted: R$ (1), USD (1)");
    }

    @Test
    void reducedPrice_comesFirst_thenTheUsualOne() throws IOException {
        tables.items("item_id,title,Regular price,Sale price", "A,Rope,65,55", "B,Bowl,9,");
        ImportReport report = tables.run();
        assertThat(tables.item("A").price()).hasValue(55);
        assertThat(tables.item("B").price()).hasValue(9);
        assertThat(report.table("items").notes())
                .contains(
                        "the price is from the first of these columns that has one: Sale price (1), Regular price (1);"
                                + " --map price=COLUMN takes one of them only");
        tables.with(tables.settings().withColumns(Map.of("price", "Regular price")))
                .run();
        assertThat(tables.item("A").price()).hasValue(65);
    }

    @Test
    void valuesOfEvents_areReadAlike() throws IOException {
        tables.events(
                "user_id;item_id;event;timestamp;value", "u;A;buy;1708885800;1.299,00", "u;B;buy;1708885900;several");
        assertThat(tables.run().table("events").count(Finding.Reason.BAD_VALUE)).isEqualTo(1);
    }
}
