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
        assertThat(shop.events("bob")).containsExactly("vue view 2024-02-24T10:00:00Z", "d3 cart 2024-02-25T10:00:00Z");
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

    @Test
    void ga4_makesAnEventOfEachItemAndTheCatalogFromTheEvents() {
        String page =
                "{\"event_date\":\"20240313\",\"event_timestamp\":\"1710324000000000\",\"event_name\":\"page_view\","
                        + "\"event_params\":[{\"key\":\"page_title\",\"value\":{\"string_value\":\"x\"}}],"
                        + "\"user_pseudo_id\":\"11.7\",\"items\":[]}";
        Imported shop = files().file(
                        "events",
                        "events_20240313.json",
                        page,
                        ga4("1710324000000000", "view_item", "\"user_pseudo_id\":\"11.7\"", GA4_HOODIE),
                        ga4(
                                "1710496800000000",
                                "purchase",
                                "\"user_id\":\"ann\",\"user_pseudo_id\":\"11.7\"",
                                GA4_HOODIE + "," + GA4_MUG),
                        ga4("1710500000000000", "refund", "\"user_id\":\"ann\",\"user_pseudo_id\":\"11.7\"", GA4_MUG),
                        ga4("1710500000000000", "view_promotion", "\"user_pseudo_id\":\"11.7\"", GA4_MUG))
                .also("items", "events_20240313.json")
                .detected();
        assertThat(shop.tables().describe()).isEqualTo("ga4 (detected) for events, items");
        assertThat(shop.items()).containsExactly("A1|Hoodie|Clothing>Hoodies|Acme|45.0", "B1|Mug|Home||9.0");
        assertThat(shop.events("11.7")).containsExactly("A1 view 2024-03-13T10:00:00Z");
        assertThat(shop.events("ann"))
                .containsExactly("A1 purchase 2024-03-15T10:00:00Z", "B1 purchase 2024-03-15T10:00:00Z");
        assertThat(shop.report().returns()).isEqualTo(1);
        assertThat(shop.report().toText()).contains("event_name view_promotion (1)");
    }

    private static final String GA4_HOODIE = "{\"item_id\":\"A1\",\"item_name\":\"Hoodie\",\"item_brand\":\"Acme\","
            + "\"item_category\":\"Clothing\",\"item_category2\":\"Hoodies\",\"item_category3\":\"(not set)\",\"price\":45.0}";
    private static final String GA4_MUG = "{\"item_id\":\"B1\",\"item_name\":\"Mug\",\"item_brand\":\"(not set)\","
            + "\"item_category\":\"Home\",\"price\":9.0}";

    private static String ga4(String time, String name, String user, String items) {
        return "{\"event_date\":\"20240313\",\"event_timestamp\":\"" + time + "\",\"event_name\":\"" + name + "\","
                + user + ",\"items\":[" + items + "]}";
    }

    @Test
    void ga4Events_goTogetherWithAFeedOfGoogleMerchant() {
        Imported shop = files().file(
                        "events",
                        "events_20240313.json",
                        ga4("1710324000000000", "view_item", "\"user_pseudo_id\":\"11.7\"", GA4_HOODIE),
                        ga4("1710325000000000", "purchase", "\"user_pseudo_id\":\"11.7\"", GA4_MUG))
                .file(
                        "items",
                        "feed.tsv",
                        "id\ttitle\tlink\timage_link\tavailability\tprice\tgoogle_product_category\tproduct_type",
                        "A1\tHoodie\thttps://s.example\thttps://s.example/a.jpg\tin_stock\t45.00 USD\t5598\tClothing > Hoodies",
                        "B1\tMug\thttps://s.example\thttps://s.example/b.jpg\tin_stock\t9.00 USD\t2169\tHome")
                .detected();
        assertThat(shop.tables().describe())
                .isEqualTo("ga4 (detected) for events; google-merchant (detected) for items");
        assertThat(shop.tables().used().orElseThrow().name()).isEqualTo("ga4-google-merchant");
        assertThat(shop.events("11.7"))
                .containsExactly("A1 view 2024-03-13T10:00:00Z", "B1 purchase 2024-03-13T10:16:40Z");
    }

    @Test
    void metarank_readsItemsAndInteractionsFromOneFile() {
        Imported shop = files().file(
                        "events",
                        "events.jsonl",
                        "{\"event\":\"item\",\"id\":\"e1\",\"timestamp\":\"1599391467000\",\"item\":\"i1\",\"fields\":[{\"name\":\"title\",\"value\":\"Nice jeans\"},{\"name\":\"price\",\"value\":25.0},{\"name\":\"category\",\"value\":[\"women\",\"sale\"]},{\"name\":\"color\",\"value\":[\"blue\",\"black\"]}]}",
                        "{\"event\":\"item\",\"id\":\"e2\",\"timestamp\":\"1599391467000\",\"item\":\"i2\",\"fields\":[{\"name\":\"title\",\"value\":\"Socks\"}]}",
                        "{\"event\":\"item\",\"id\":\"e3\",\"timestamp\":\"1599391468000\",\"item\":\"i1\",\"fields\":[{\"name\":\"price\",\"value\":20.0}]}",
                        "{\"event\":\"user\",\"id\":\"e4\",\"timestamp\":\"1599391467000\",\"user\":\"u1\",\"fields\":[{\"name\":\"age\",\"value\":33}]}",
                        "{\"event\":\"ranking\",\"id\":\"r1\",\"timestamp\":\"1599391467000\",\"user\":\"u1\",\"session\":\"s1\",\"fields\":[{\"name\":\"query\",\"value\":\"socks\"}],\"items\":[{\"id\":\"i2\",\"relevancy\":2.0}]}",
                        "{\"event\":\"interaction\",\"id\":\"e5\",\"ranking\":\"r1\",\"timestamp\":\"1599391467000\",\"user\":\"u1\",\"session\":\"s1\",\"type\":\"purchase\",\"item\":\"i1\",\"fields\":[{\"name\":\"count\",\"value\":1}]}",
                        "{\"event\":\"interaction\",\"id\":\"e6\",\"ranking\":\"r1\",\"timestamp\":\"1599391469000\",\"user\":\"u1\",\"session\":\"s1\",\"type\":\"click\",\"item\":\"i2\",\"fields\":[]}")
                .also("items", "events.jsonl")
                .detected();
        assertThat(shop.tables().describe()).isEqualTo("metarank (detected) for events, items");
        assertThat(shop.items()).containsExactly("i1|Nice jeans|women & sale||20.0", "i2|Socks|||");
        assertThat(shop.attributes("i1")).containsExactly(java.util.Map.entry("color", "blue|black"));
        assertThat(shop.events("u1"))
                .containsExactly("i1 purchase 2020-09-06T11:24:27Z", "i2 view 2020-09-06T11:24:29Z");
    }

    @Test
    void retailApi_readsUserEventsAndProductsWithVariants() {
        Imported shop = files().file(
                        "events",
                        "user_events.jsonl",
                        "{\"eventType\":\"home-page-view\",\"visitorId\":\"v1\",\"eventTime\":\"2024-01-01T03:33:33.000001Z\"}",
                        "{\"eventType\":\"detail-page-view\",\"visitorId\":\"v1\",\"eventTime\":\"2024-01-01T03:33:34.000001Z\",\"productDetails\":[{\"product\":{\"id\":\"TEE-R\"}}]}",
                        "{\"eventType\":\"purchase-complete\",\"visitorId\":\"v1\",\"userInfo\":{\"userId\":\"ann\"},\"eventTime\":\"2024-01-01T03:33:35.000001Z\",\"productDetails\":[{\"product\":{\"id\":\"TEE\"},\"quantity\":2},{\"product\":{\"id\":\"MUG\"},\"quantity\":1}],\"purchaseTransaction\":{\"revenue\":45}}")
                .file(
                        "items",
                        "products.jsonl",
                        "{\"id\":\"TEE\",\"type\":\"PRIMARY\",\"primaryProductId\":\"TEE\",\"title\":\"Tee\",\"categories\":[\"Clothing > Tshirts\",\"Sale\"],\"brands\":[\"Acme\"],\"priceInfo\":{\"currencyCode\":\"USD\",\"price\":18.0}}",
                        "{\"id\":\"TEE-R\",\"type\":\"VARIANT\",\"primaryProductId\":\"TEE\",\"title\":\"Tee red\",\"categories\":[\"Clothing > Tshirts\"],\"priceInfo\":{\"currencyCode\":\"USD\",\"price\":18.0}}",
                        "{\"id\":\"MUG\",\"type\":\"PRIMARY\",\"title\":\"Mug\",\"categories\":[\"Home > Kitchen\"],\"priceInfo\":{\"currencyCode\":\"USD\",\"price\":9.0}}")
                .detected();
        assertThat(shop.tables().describe()).isEqualTo("retail-api (detected) for events, items");
        assertThat(shop.items())
                .containsExactly("TEE|Tee|Clothing>Tshirts & Sale|Acme|18.0", "MUG|Mug|Home>Kitchen||9.0");
        assertThat(shop.events("v1")).containsExactly("TEE view 2024-01-01T03:33:34Z");
        assertThat(shop.events("ann"))
                .containsExactly("TEE purchase 2024-01-01T03:33:35Z", "MUG purchase 2024-01-01T03:33:35Z");
    }

    @Test
    void recbole_readsTypedColumnsAndSequencesOfCategories() {
        Imported shop = files().file(
                        "events",
                        "ml.inter",
                        "user_id:token\titem_id:token\trating:float\ttimestamp:float",
                        "196\t1\t3\t881250949",
                        "196\t2\t4\t881251949")
                .file(
                        "items",
                        "ml.item",
                        "item_id:token\tmovie_title:token_seq\trelease_year:token\tclass:token_seq",
                        "1\tToy Story\t1995\tAnimation Children's Comedy",
                        "2\tGoldenEye\t1995\tAction Adventure Thriller")
                .detected();
        assertThat(shop.tables().describe()).isEqualTo("recbole (detected) for events, items");
        assertThat(shop.items())
                .containsExactly(
                        "1|Toy Story|Animation & Children's & Comedy||", "2|GoldenEye|Action & Adventure & Thriller||");
        assertThat(shop.attributes("1")).containsExactly(java.util.Map.entry("release_year", "1995"));
        assertThat(shop.events("196"))
                .containsExactly("1 review 1997-12-04T15:55:49Z", "2 review 1997-12-04T16:12:29Z");
    }

    @Test
    void categoryLists_ofOneNameEach_areSeveralCategories() {
        Imported shop = files().file(
                        "events",
                        "feedback.csv",
                        "FeedbackType,UserId,ItemId,Timestamp",
                        "read,bob,vue,2024-02-24T10:00:00Z")
                .file(
                        "items",
                        "items.csv",
                        "ItemId,IsHidden,Categories,Timestamp,Labels,Comment",
                        "vue,false,web|ui,2020-01-01T00:00:00Z,js,Vue")
                .detected();
        assertThat(shop.items()).containsExactly("vue|Vue|web & ui||");
    }
}
