package org.crossaisle.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.crossaisle.io.format.ShopFormats;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From files of another system to the first recommendations. */
class FormatVerbsTest {
    @TempDir
    Path directory;

    private String at(String name) {
        return directory.resolve(name).toString();
    }

    private void simulate(String format) {
        Call.of(
                        "simulate",
                        "--users",
                        "120",
                        "--items",
                        "110",
                        "--events",
                        "2500",
                        "--language",
                        "english",
                        "--as",
                        format,
                        "--out",
                        at("files"))
                .endsWith(0);
    }

    /** Import, train and recommend, with no other option than the two files. */
    @ParameterizedTest
    @CsvSource({
        "shopify, orders_export_1.csv, products_export_1.csv",
        "woocommerce, orders.csv, wc-product-export.csv",
        "magento, sales_order_item.csv, catalog_product.csv",
        "google-merchant, events.csv, products_feed.tsv",
        "ga4, events_20260101.jsonl, events_20260101.jsonl",
        "gorse, feedback.jsonl, items.jsonl",
        "recbole, shop.inter, shop.item",
        "metarank, events.jsonl, events.jsonl",
        "personalize, interactions.csv, items.csv",
        "retail-api, user_events.jsonl, products.jsonl",
        "movielens, ratings.csv, movies.csv",
        "instacart, order_products__prior.csv, products.csv",
        "retailrocket, events.csv, item_properties_part1.csv",
        "predictionio, events.json, events.json",
        "opencart, oc_order_product.csv, oc_product_description.csv",
        "criteo, CriteoSearchData, CriteoSearchData"
    })
    void threeCommands_leadFromEachFormatToAList(String format, String events, String items) {
        simulate(format);
        Call imported = Call.of(
                        "import",
                        "--events",
                        at("files/" + events),
                        "--items",
                        at("files/" + items),
                        "--shop",
                        at("shop"))
                .endsWith(0);
        assertThat(imported.out()).contains("format: " + format + " (detected) for ");
        Call.of("train", "--shop", at("shop"), "--recipe", "popular", "--model", at("model"))
                .endsWith(0);
        Call recommended = Call.of("recommend", "--model", at("model"), "--user", "u0000007")
                .endsWith(0);
        assertThat(recommended.out()).contains("\n10. ");
    }

    @Test
    void everyFormat_isInTheHelp() {
        assertThat(Call.of("import", "--help").out().replaceAll("\\s+", " ")).contains(ShopFormats.NAMES);
    }

    @Test
    void explainedFormat_canBeEditedAndPassedBack() throws IOException {
        simulate("opencart");
        Call explained = Call.of("import", "--from", at("files"), "--explain").endsWith(0);
        assertThat(explained.out()).startsWith("format: opencart").contains("defaultAction: purchase");
        assertThat(directory.resolve("shop")).doesNotExist();
        Files.writeString(
                directory.resolve("my.yaml"),
                explained
                        .out()
                        .replace("format: opencart", "format: mine")
                        .replace("brand: maker_name", "brand: name"));
        Call imported = Call.of(
                        "import",
                        "--events",
                        at("files/oc_order_product.csv"),
                        "--items",
                        at("files/oc_product_description.csv"),
                        "--format",
                        at("my.yaml"),
                        "--shop",
                        at("shop"))
                .endsWith(0);
        assertThat(imported.out()).contains("format: mine for categories, events, items");
    }

    @Test
    void formatPlain_readsARecognisedFileAsATableOfOurOwn() throws IOException {
        simulate("personalize");
        Call imported = Call.of("import", "--from", at("files"), "--format", "personalize", "--shop", at("shop"));
        assertThat(imported.endsWith(0).out()).contains("format: personalize for events, items");
        Call plain = Call.of(
                "import",
                "--events",
                at("files/interactions.csv"),
                "--items",
                at("files/items.csv"),
                "--format",
                "plain",
                "--shop",
                at("shop"));
        assertThat(plain.endsWith(0).out()).doesNotContain("format: ");
    }

    @Test
    void whatIsMissing_isNamed() {
        assertThat(Call.of("import", "--shop", at("shop"), "--events", at("e.csv"))
                        .status())
                .isNotZero();
        assertThat(Call.of("import", "--shop", at("shop")).err()).contains("--events and --items, or --from");
        assertThat(Call.of("import", "--from", at("none"), "--shop", at("shop")).err())
                .contains("none is not a directory");
        assertThat(Call.of("import", "--from", at("none"), "--format", "shopfy", "--shop", at("shop"))
                        .err())
                .contains("there is no format shopfy. Nearest: shopify");
        assertThat(Call.of("simulate", "--as", "shopfy", "--out", at("files")).err())
                .contains("is not written as shopfy. Nearest: shopify");
    }
}
