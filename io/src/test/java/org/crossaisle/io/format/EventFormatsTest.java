package org.crossaisle.io.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.crossaisle.io.format.ImportedFiles.Imported;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of analytics and recommendation systems, as their makers describe them; all data is made up. */
class EventFormatsTest {
    @TempDir
    Path directory;

    private ImportedFiles files() {
        return new ImportedFiles(directory);
    }

    @Test
    void gorse_readsFeedbackAndListsOfCategories() {
        Imported shop = files().file(
                        "events",
                        "feedback.jsonl",
                        "{\"FeedbackType\":\"read\",\"UserId\":\"bob\",\"ItemId\":\"vue\",\"Timestamp\":\"2024-02-24T10:00:00Z\",\"Comment\":\"\"}",
                        "{\"FeedbackType\":\"star\",\"UserId\":\"bob\",\"ItemId\":\"d3\",\"Timestamp\":\"2024-02-25T10:00:00Z\",\"Comment\":\"\"}")
                .file(
                        "items",
                        "items.jsonl",
                        "{\"ItemId\":\"vue\",\"IsHidden\":false,\"Categories\":[\"web\",\"ui\"],\"Timestamp\":\"2020-01-01T00:00:00Z\",\"Labels\":[\"js\"],\"Comment\":\"Vue\"}",
                        "{\"ItemId\":\"d3\",\"IsHidden\":false,\"Categories\":[\"charts\"],\"Timestamp\":\"2020-01-01T00:00:00Z\",\"Labels\":[\"js\"],\"Comment\":\"D3\"}")
                .detected();
        assertThat(shop.tables().describe()).isEqualTo("gorse (detected) for events, items");
        assertThat(shop.items()).containsExactly("vue|Vue|web & ui||", "d3|D3|charts||");
        assertThat(shop.attributes("vue")).containsEntry("Labels", "js");
        assertThat(shop.events("bob"))
                .containsExactly("vue view 2024-02-24T10:00:00Z", "d3 cart 2024-02-25T10:00:00Z");
    }

    @Test
    void personalize_joinsCategoryLevelsToAPath() {
        Imported shop = files().file(
                        "events",
                        "interactions.csv",
                        "USER_ID,ITEM_ID,EVENT_TYPE,TIMESTAMP",
                        "u1,A1,View,1710324000",
                        "u1,B1,Purchase,1710410400")
                .file(
                        "items",
                        "items.csv",
                        "ITEM_ID,PRICE,CATEGORY_L1,CATEGORY_L2,PRODUCT_DESCRIPTION,COLOUR",
                        "A1,45,Clothing,Hoodies,Hoodie,red",
                        "B1,9,Home|Sale,Kitchen,Mug,blue")
                .detected();
        assertThat(shop.tables().describe()).isEqualTo("personalize (detected) for events, items");
        assertThat(shop.items()).containsExactly("A1||Clothing>Hoodies||45.0", "B1||Home>Kitchen & Sale||9.0");
        assertThat(shop.attributes("A1")).containsExactly(java.util.Map.entry("COLOUR", "red"));
        assertThat(shop.events("u1"))
                .containsExactly("A1 view 2024-03-13T10:00:00Z", "B1 purchase 2024-03-14T10:00:00Z");
    }

    @Test
    void predictionio_readsItemsAndEventsFromOneFile() {
        Imported shop = files().file(
                        "events",
                        "my_events.json",
                        "{\"event\":\"$set\",\"entityType\":\"item\",\"entityId\":\"i1\",\"properties\":{\"title\":\"Mug\",\"categories\":[\"Kitchen\"]},\"eventTime\":\"2024-11-02T09:39:45.618-08:00\"}",
                        "{\"event\":\"$set\",\"entityType\":\"item\",\"entityId\":\"i2\",\"properties\":{\"title\":\"Tee\",\"categories\":[\"Clothing\",\"Sale\"]},\"eventTime\":\"2024-11-02T09:39:45.618-08:00\"}",
                        "{\"event\":\"$set\",\"entityType\":\"item\",\"entityId\":\"i1\",\"properties\":{\"title\":\"Big mug\"},\"eventTime\":\"2024-11-03T09:39:45.618-08:00\"}",
                        "{\"event\":\"$set\",\"entityType\":\"user\",\"entityId\":\"u1\",\"eventTime\":\"2024-11-02T09:39:45.618-08:00\"}",
                        "{\"event\":\"view\",\"entityType\":\"user\",\"entityId\":\"u1\",\"targetEntityType\":\"item\",\"targetEntityId\":\"i1\",\"eventTime\":\"2024-11-04T09:39:45.618-08:00\"}",
                        "{\"event\":\"buy\",\"entityType\":\"user\",\"entityId\":\"u1\",\"targetEntityType\":\"item\",\"targetEntityId\":\"i2\",\"eventTime\":\"2024-11-05T09:39:45.618-08:00\"}")
                .also("items", "my_events.json")
                .detected();
        assertThat(shop.tables().describe()).isEqualTo("predictionio (detected) for events, items");
        assertThat(shop.items()).containsExactly("i1|Big mug|Kitchen||", "i2|Tee|Clothing & Sale||");
        assertThat(shop.events("u1"))
                .containsExactly("i1 view 2024-11-04T17:39:45Z", "i2 purchase 2024-11-05T17:39:45Z");
        assertThat(shop.report().table("events").rows()).isEqualTo(2);
        assertThat(shop.report().toText()).contains("4 further rows are not of this table: entityType item (3)");
    }
}
