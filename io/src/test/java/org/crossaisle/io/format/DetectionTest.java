package org.crossaisle.io.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.crossaisle.RecsException;
import org.crossaisle.io.table.TableSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Files that resemble a format and are none are read as tables of our own. */
class DetectionTest {
    @TempDir
    Path directory;

    /** A table, the name of a file, and lines of which the first lacks one thing that a format always has. */
    private record NearMiss(String format, String table, String file, List<String> lines) {
        NearMiss(String format, String table, String file, String... lines) {
            this(format, table, file, List.of(lines));
        }

        @Override
        public String toString() {
            return format + " " + file;
        }
    }

    private static List<NearMiss> nearMisses() {
        return List.of(
                new NearMiss("shopify", "items", "p.csv", "Handle,Title,Vendor,SKU,Price", "a,A,V,s,1"),
                new NearMiss(
                        "shopify",
                        "events",
                        "o.csv",
                        "Name,Email,Financial Status,Created at,Item,Quantity",
                        "#1,a,paid,2024-01-01,x,1"),
                new NearMiss(
                        "woocommerce",
                        "items",
                        "p.csv",
                        "ID,Type,SKU,Name,Regular price,Categories",
                        "1,simple,s,N,1,C"),
                new NearMiss("magento", "items", "p.csv", "sku,product_type,categories,name,price", "a,simple,A/B,N,1"),
                new NearMiss(
                        "google-merchant",
                        "items",
                        "meta-catalog.csv",
                        "id,title,description,availability,condition,price,link,image_link,brand,google_product_category,fb_product_category",
                        "a,A,d,in stock,new,1 USD,l,i,b,1,2"),
                new NearMiss(
                        "ga4",
                        "events",
                        "e.jsonl",
                        "{\"event_date\":\"20240101\",\"event_timestamp\":\"1\",\"event_name\":\"view_item\",\"user_id\":\"a\",\"items\":[]}",
                        "{}"),
                new NearMiss(
                        "gorse", "events", "e.csv", "feedback_type,user_id,item_id,timestamp", "read,a,b,2024-01-01"),
                new NearMiss(
                        "recbole", "events", "e.inter", "user_id:token\titem_id:number\ttimestamp:float", "a\tb\t1"),
                new NearMiss(
                        "metarank",
                        "events",
                        "e.jsonl",
                        "{\"event\":\"click\",\"id\":\"1\",\"timestamp\":\"1\",\"fields\":[{\"name\":\"a\"}]}",
                        "{\"event\":\"buy\",\"id\":\"2\",\"timestamp\":\"1\",\"fields\":[{\"name\":\"a\"}]}"),
                new NearMiss("personalize", "events", "e.csv", "user_id,item_id,timestamp", "a,b,1"),
                new NearMiss(
                        "retail-api",
                        "events",
                        "e.jsonl",
                        "{\"eventType\":\"view\",\"visitorId\":\"a\",\"eventTime\":\"2024-01-01T00:00:00Z\",\"productDetails\":[{\"id\":1}]}",
                        "{}"),
                new NearMiss("movielens", "events", "ratings.csv", "userId,movieId,rating", "1,2,3"),
                new NearMiss("movielens", "events", "ratings.dat", "1::2::9::978300760", "1::2::9::978300760"),
                new NearMiss("movielens", "events", "u.data", "196\t242\t3\t881250949\t1", "196\t242\t3\t881250949\t1"),
                new NearMiss("instacart", "events", "o.csv", "order_id,product_id,quantity", "1,2,3"),
                new NearMiss("retailrocket", "events", "events.csv", "timestamp,visitorid,event,itemid", "1,a,view,b"),
                new NearMiss(
                        "predictionio",
                        "events",
                        "e.jsonl",
                        "{\"event\":\"buy\",\"entityType\":\"user\",\"entityId\":\"1\",\"time\":\"2024\"}",
                        "{}"),
                new NearMiss(
                        "opencart", "events", "o.csv", "order_id,product_id,name,model,quantity,price", "1,2,n,m,1,1"),
                new NearMiss(
                        "criteo",
                        "events",
                        "data.tsv",
                        "1\t34.5\t8204\t1598891820\t-1\t34.5\tA\tB\tC",
                        "0\t1\t1\t1598891820\t-1\t34.5\tA\tB\tC"));
    }

    @ParameterizedTest
    @MethodSource("nearMisses")
    void fileThatLacksOneThing_isOfNoFormat(NearMiss near) {
        new ImportedFiles(directory).beside(near.file, near.lines.toArray(String[]::new));
        FileSample sample = FileSample.of(TableSource.of(directory.resolve(near.file)));
        assertThat(FormatChoice.detect(near.table, sample)).isEmpty();
    }

    @Test
    void everyFormat_hasANearMiss() {
        assertThat(nearMisses().stream().map(NearMiss::format).distinct())
                .containsExactlyInAnyOrderElementsOf(ShopFormats.NAMES);
    }

    private ImportedFiles ownTables() {
        return new ImportedFiles(directory)
                .file("events", "events.csv", "user_id,item_id,event,timestamp", "u,a,view,1600000000")
                .file("items", "items.csv", "item_id,title,category_path", "a,A,X>Y");
    }

    @Test
    void tablesOfOurOwn_areReadAsBefore() {
        ImportedFiles.Imported shop = ownTables().detected();
        assertThat(shop.tables().describe()).isEmpty();
        assertThat(shop.tables().used()).isEmpty();
        assertThat(shop.items()).containsExactly("a|A|X>Y||");
        assertThat(shop.report().table("items").format()).isEqualTo("CSV");
    }

    @Test
    void namedFormatThatNoFileHas_saysWhatWasFound() {
        assertThatExceptionOfType(RecsException.class)
                .isThrownBy(() -> ownTables().as("retailrocket"))
                .satisfies(refused -> assertThat(refused.code()).isEqualTo(RecsException.Code.INPUT_UNREADABLE))
                .withMessageContaining("none of the files is of the format retailrocket")
                .withMessageContaining("events.csv has the columns user_id, item_id, event, timestamp")
                .withMessageContaining("Leave --format out");
    }

    @Test
    void namedFormat_isUsedForTheTableThatHasIt_andTheReportSaysSo() {
        ImportedFiles.Imported shop = new ImportedFiles(directory)
                .file("events", "events.csv", "user_id,item_id,event,timestamp", "u,1,view,1600000000")
                .file("items", "movies.csv", "movieId,title,genres", "1,A,Drama")
                .as("movielens");
        assertThat(shop.tables().describe()).isEqualTo("movielens for items");
        assertThat(shop.report().table("events").notes())
                .contains("not a file of the format movielens; read as a table of our own");
    }

    @Test
    void namedFormat_readsAFileThatIsNotRecognisedIfItHasTheColumnsOfTheIds() {
        ImportedFiles.Imported shop = new ImportedFiles(directory)
                .file("events", "ratings.csv", "userId,movieId,rating", "u,1,4")
                .file("items", "movies.csv", "movieId,title", "1,A")
                .as("movielens");
        assertThat(shop.events("u")).containsExactly("1 review");
    }

    @Test
    void namedFormat_withListsOfItems_isReadWithoutTheOtherColumns() {
        ImportedFiles.Imported shop = new ImportedFiles(directory)
                .file(
                        "events",
                        "e.jsonl",
                        "{\"event_timestamp\":\"1710324000000000\",\"event_name\":\"view_item\",\"user_pseudo_id\":\"u\",\"items\":[{\"item_id\":\"a\"}]}",
                        "{\"event_timestamp\":\"1710325000000000\",\"event_name\":\"purchase\",\"user_pseudo_id\":\"u\",\"items\":[{\"item_id\":\"b\"}]}")
                .file("items", "items.csv", "item_id,title", "a,A", "b,B")
                .as("ga4");
        assertThat(shop.events("u")).containsExactly("a view 2024-03-13T10:00:00Z", "b purchase 2024-03-13T10:16:40Z");
    }

    @Test
    void unknownFormat_namesTheNearest() {
        assertThatExceptionOfType(RecsException.class)
                .isThrownBy(() -> ShopFormats.named("shopfy"))
                .withMessageContaining("there is no format shopfy. Nearest: shopify. Known: shopify, woocommerce");
        assertThatExceptionOfType(RecsException.class)
                .isThrownBy(() -> ShopFormats.named(directory.resolve("my.yaml").toString()))
                .withMessageContaining("my.yaml cannot be read");
    }

    @Test
    void formatOfOnesOwn_isAYamlFileWithoutCode() {
        new ImportedFiles(directory)
                .beside(
                        "my.yaml",
                        "format: my",
                        "tables:",
                        "  - table: events",
                        "    columns: {user_id: Kunde, item_id: Artikel, event: Art, timestamp: '{Tag} {Uhr}'}",
                        "    actions: {Kauf: purchase, Blick: view, Rückgabe: return}",
                        "  - table: items",
                        "    columns: {item_id: Nr, title: Name, price: [Aktion, Preis]}",
                        "    category: {from: Warengruppe, levels: '::', paths: ';', root: Alle}",
                        "    attributes: Farbe");
        ImportedFiles.Imported shop = new ImportedFiles(directory)
                .file(
                        "events",
                        "e.csv",
                        "Kunde,Artikel,Art,Tag,Uhr",
                        "k,1,Blick,2024-03-13,10:00:00",
                        "k,1,Kauf,2024-03-13,10:05:00")
                .file(
                        "items",
                        "i.csv",
                        "Nr,Name,Preis,Aktion,Warengruppe,Farbe,Lager",
                        "1,Becher,9,7,Alle::Haus::Küche;Alle::Neu,rot,17")
                .as(directory.resolve("my.yaml").toString());
        assertThat(shop.items()).containsExactly("1|Becher|Haus>Küche & Neu||7.0");
        assertThat(shop.attributes("1")).isEqualTo(Map.of("Farbe", "rot"));
        assertThat(shop.events("k")).containsExactly("1 purchase 2024-03-13T10:05:00Z");
    }
}
