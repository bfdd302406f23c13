package org.crossaisle.io.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.util.Optional;
import java.util.SortedMap;
import org.crossaisle.Progress;
import org.crossaisle.RecsException;
import org.crossaisle.io.simulate.SimulationSettings;
import org.crossaisle.io.simulate.export.SimulatedExport;
import org.crossaisle.io.table.TableSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormatDirectoryTest {
    @TempDir
    Path directory;

    private ImportedFiles files() {
        return new ImportedFiles(directory);
    }

    private SortedMap<String, TableSource> tables(String format) {
        return FormatDirectory.tables(directory, Optional.of(ShopFormats.named(format)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "shopify",
                "woocommerce",
                "magento",
                "ga4",
                "gorse",
                "recbole",
                "metarank",
                "personalize",
                "retail-api",
                "movielens",
                "instacart",
                "retailrocket",
                "predictionio",
                "opencart",
                "criteo"
            })
    void directoryOfAFormat_isRecognised(String format) {
        SimulationSettings settings = new SimulationSettings(5, 100, 60, 1, SimulationSettings.Language.ENGLISH, false);
        SimulatedExport.write(format, settings, directory, Progress.SILENT);
        SortedMap<String, TableSource> recognised = FormatDirectory.tables(directory, Optional.empty());
        assertThat(recognised).containsOnlyKeys("events", "items").isEqualTo(tables(format));
    }

    @Test
    void severalFilesOfOneKind_areThePartsOfATable() {
        String header = "order_id,product_id,add_to_cart_order,reordered";
        files().beside("order_products__prior.csv", header, "1,2,1,0")
                .beside("order_products__train.csv", header, "2,2,1,0")
                .beside("products.csv", "product_id,product_name,aisle_id,department_id", "2,Milk,1,1");
        assertThat(tables("instacart").get("events"))
                .isEqualTo(TableSource.of(
                        directory.resolve("order_products__prior.csv"),
                        directory.resolve("order_products__train.csv")));
    }

    @Test
    void missingTable_isNamedWithTheFilesItCouldBe() {
        files().beside("movies.csv", "movieId,title,genres", "1,A,Drama");
        assertThatExceptionOfType(RecsException.class)
                .isThrownBy(() -> tables("movielens"))
                .withMessageContaining(
                        "has no events of the format movielens: expected ratings.csv or ratings.dat or u.data")
                .withMessageContaining("--events");
        assertThatExceptionOfType(RecsException.class)
                .isThrownBy(() -> FormatDirectory.tables(directory, Optional.empty()))
                .withMessageContaining("holds events and items of no known format")
                .withMessageContaining("--format");
        assertThatExceptionOfType(RecsException.class)
                .isThrownBy(() -> FormatDirectory.tables(directory.resolve("none"), Optional.empty()))
                .withMessageContaining("none is not a directory");
    }
}
