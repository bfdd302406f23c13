package org.crossaisle.io.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import org.crossaisle.RecsException;
import org.crossaisle.io.format.ImportedFiles.Imported;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Exports of shop systems, as their makers describe them; all data is made up. */
class StoreFormatsTest {
    private static final String SHOPIFY_PRODUCTS =
            "Handle,Title,Body (HTML),Vendor,Product Category,Type,Tags,Published,Option1 Name,Option1 Value,"
                    + "Option2 Name,Option2 Value,Variant SKU,Variant Grams,Variant Price,Image Src,Status";
    private static final String SHOPIFY_ORDERS =
            "Name,Email,Financial Status,Paid at,Fulfillment Status,Currency,Total,Created at,Lineitem quantity,"
                    + "Lineitem name,Lineitem price,Lineitem sku,Billing Name,Vendor,Id";
    private static final String WOO_PRODUCTS =
            "ID,Type,SKU,Name,Published,Is featured?,Short description,Description,In stock?,Sale price,Regular price,"
                    + "Categories,Tags,Images,Parent";
    private static final String MAGENTO_PRODUCTS =
            "sku,store_view_code,attribute_set_code,product_type,categories,product_websites,name,description,"
                    + "visibility,price,special_price,base_image,additional_attributes,configurable_variations";
    private static final String OPENCART_ORDER_PRODUCTS =
            "order_product_id,order_id,product_id,master_id,name,model,quantity,price,total,tax,reward";

    @TempDir
    Path directory;

    private ImportedFiles files() {
        return new ImportedFiles(directory);
    }

    private ImportedFiles shopify() {
        return files().file(
                        "items",
                        "products_export_1.csv",
                        SHOPIFY_PRODUCTS,
                        "wool-beanie,Wool Beanie,<p>Warm &amp; soft</p>,Nordkap,Apparel > Hats > Beanies,Hats,,true,"
                                + "Colour,Red,Size,S,WB-R-S,90,19.90,https://shop.example/b.jpg,active",
                        "wool-beanie,,,,,,,,,Blue,,M,WB-B-M,90,21.00,,",
                        "mug,Mug,,Clay & Co,,Kitchen,,true,Title,Default Title,,,,300,9.00,,active",
                        "gift-card,Gift card,,Shop,,,,true,Title,Default Title,,,,0,25.00,,active")
                .file(
                        "events",
                        "orders_export_1.csv",
                        SHOPIFY_ORDERS,
                        "#1001,ann@mail.example,paid,2024-03-13 10:05:00 +0100,fulfilled,EUR,49.90,"
                                + "2024-03-13 10:00:00 +0100,1,Wool Beanie - Blue / M,21.00,WB-B-M,Ann,Nordkap,451",
                        "#1001,,,,,,,,2,Mug,9.00,,,Clay & Co,",
                        "#1002,bob@mail.example,refunded,,unfulfilled,EUR,19.90,2024-03-14 08:00:00 +0100,1,"
                                + "Wool Beanie - Red / S,19.90,,Bob,Nordkap,452",
                        "#1003,bob@mail.example,paid,,unfulfilled,EUR,9.00,2024-03-15 08:00:00 +0100,1,Mug,9.00,,Bob,,453",
                        "#1004,bob@mail.example,voided,,,EUR,9.00,2024-03-16 08:00:00 +0100,1,Mug,9.00,,Bob,,454");
    }

    @Test
    void shopify_groupsVariantsToProductsAndFindsLineItemsBySkuOrName() {
        Imported shop = shopify().detected();
        assertThat(shop.tables().describe()).isEqualTo("shopify (detected) for events, items");
        assertThat(shop.items())
                .containsExactly(
                        "wool-beanie|Wool Beanie|Apparel>Hats>Beanies|Nordkap|19.9",
                        "mug|Mug|Kitchen|Clay & Co|9.0",
                        "gift-card|Gift card||Shop|25.0");
        assertThat(shop.shop().catalog().item(0).description()).isEqualTo("Warm & soft");
        assertThat(shop.events("ann@mail.example"))
                .containsExactly("wool-beanie purchase 2024-03-13T09:00:00Z", "mug purchase 2024-03-13T09:00:00Z");
        assertThat(shop.events("bob@mail.example")).containsExactly("mug purchase 2024-03-15T07:00:00Z");
        assertThat(shop.report().returns()).isEqualTo(1);
        assertThat(shop.report().toText())
                .contains("1 further rows are variants or repetitions of an item")
                .contains("1 further rows are not of this table: Financial Status voided (1)");
    }

    @Test
    void woocommerce_splitsCategoriesAndGivesVariationsToTheirProduct() {
        Imported shop = files().file(
                        "items",
                        "wc-product-export.csv",
                        WOO_PRODUCTS,
                        "741,variable,tee,Tee,1,0,,<b>Soft</b> tee,1,,,\"Clothing > Tshirts, Sale\",,\"https://a.example/1.jpg, https://a.example/2.jpg\",",
                        "742,simple,mug,Mug,1,0,A mug,,1,,9,\"Home > Kitchen\",,,",
                        "743,simple,belt,Belt,1,0,,,1,55,65,\"Clothing, Clothing > Accessories, Food\\, drinks\",,,",
                        "758,variation,tee-red,Tee - Red,1,0,,,1,,18,,,,id:741",
                        "759,variation,tee-blue,Tee - Blue,1,0,,,1,,18,,,,tee",
                        "760,grouped,set,Set,1,0,,,1,,,Clothing,,,")
                .file(
                        "events",
                        "orders.csv",
                        "order_id,order_number,date,status,customer_id,billing_email,item_id,item_product_id,item_name,item_sku,item_quantity,item_total",
                        "1,1,2024-03-13 10:00:00,completed,5,,11,741,Tee,tee-red,1,18.00",
                        "2,2,2024-03-14 10:00:00,completed,0,guest@mail.example,12,742,Mug,mug,1,9.00",
                        "3,3,2024-03-15 10:00:00,refunded,5,,13,742,Mug,mug,1,9.00",
                        "4,4,2024-03-16 10:00:00,processing,5,,14,0,Tee - Blue,tee-blue,1,18.00",
                        "5,5,2024-03-17 10:00:00,cancelled,5,,15,743,Belt,belt,1,55.00")
                .detected();
        assertThat(shop.tables().describe()).isEqualTo("woocommerce (detected) for events, items");
        assertThat(shop.items())
                .containsExactly(
                        "741|Tee|Clothing>Tshirts & Sale||18.0",
                        "742|Mug|Home>Kitchen||9.0",
                        "743|Belt|Clothing>Accessories & Food, drinks||55.0");
        assertThat(shop.shop().catalog().item(0).image()).isEqualTo("https://a.example/1.jpg");
        assertThat(shop.events("5"))
                .containsExactly("741 purchase 2024-03-13T10:00:00Z", "741 purchase 2024-03-16T10:00:00Z");
        assertThat(shop.events("guest@mail.example")).containsExactly("742 purchase 2024-03-14T10:00:00Z");
    }

    @Test
    void variationInEventsOfOurOwn_countsForItsProduct() {
        Imported shop = files().file(
                        "items",
                        "items.csv",
                        "ID,Type,SKU,Name,Published,Regular price,Sale price,Categories,Parent",
                        "741,variable,tee,Tee,1,,,\"Clothing > Tshirts, Sale\",",
                        "758,variation,tee-red,Tee - Red,1,18,,,id:741")
                .file("events", "events.csv", "user_id,item_id,event,timestamp", "u2,758,purchase,2024-03-17 10:04:00")
                .detected();
        assertThat(shop.tables().describe()).isEqualTo("woocommerce (detected) for items");
        assertThat(shop.events("u2")).containsExactly("741 purchase 2024-03-17T10:04:00Z");
    }

    @Test
    void magento_dropsTheRootCategoryAndKnowsConfigurableProductsByTheirVariations() {
        Imported shop = files().file(
                        "items",
                        "catalog_product.csv",
                        MAGENTO_PRODUCTS,
                        "shirt-black,,Default,simple,Default Category/Gear/Bags,base,T-Shirt - Black,,Not Visible Individually,12,,,color=Black,",
                        "shirt,,Default,configurable,\"Default Category/Gear,Default Category/Gear/Bags,Default Category/Sale\",base,T-Shirt,<p>A shirt</p>,\"Catalog, Search\",12.5,,/s.jpg,\"brand=Acme,fit=slim\",\"sku=shirt-black,color=Black|sku=shirt-red,color=Red\"",
                        "shirt,german,,,,,T-Hemd,,,,,,,",
                        "pen,,Default,simple,Default Category/Office,base,Pen,,\"Catalog, Search\",3,2.5,,,")
                .file(
                        "events",
                        "sales_order_item.csv",
                        "item_id,order_id,parent_item_id,quote_item_id,store_id,created_at,product_id,product_type,sku,name,qty_ordered,price",
                        "1,10,NULL,1,1,2024-03-13 10:00:00,7,configurable,shirt-black,T-Shirt,1,12.5",
                        "2,10,1,2,1,2024-03-13 10:00:00,8,simple,shirt-black,T-Shirt - Black,1,0",
                        "3,11,NULL,3,1,2024-03-14 10:00:00,9,simple,pen,Pen,1,2.5",
                        "4,12,NULL,4,1,2024-03-15 10:00:00,9,simple,pen,Pen,1,2.5")
                .beside(
                        "sales_order.csv",
                        "entity_id,state,status,store_id,customer_id,customer_email,created_at",
                        "10,complete,complete,1,77,a@mail.example,2024-03-13 10:00:00",
                        "11,complete,complete,1,NULL,b@mail.example,2024-03-14 10:00:00",
                        "12,canceled,canceled,1,77,a@mail.example,2024-03-15 10:00:00")
                .detected();
        assertThat(shop.tables().describe()).isEqualTo("magento (detected) for events, items");
        assertThat(shop.items()).containsExactly("shirt|T-Shirt|Gear>Bags & Sale|Acme|12.5", "pen|Pen|Office||2.5");
        assertThat(shop.events("77")).containsExactly("shirt purchase 2024-03-13T10:00:00Z");
        assertThat(shop.events("b@mail.example")).containsExactly("pen purchase 2024-03-14T10:00:00Z");
    }

    @Test
    void googleMerchant_takesItemGroupsAsProducts() {
        Imported shop = files().file(
                        "items",
                        "feed.tsv",
                        "id\ttitle\tdescription\tlink\timage_link\tavailability\tprice\tsale_price\tgoogle_product_category\tproduct_type\tbrand\titem_group_id",
                        "T-R\tTee\tSoft\thttps://s.example/t\thttps://s.example/t.jpg\tin_stock\t18.00 USD\t\t212\tClothing > Tshirts\tAcme\tTEE",
                        "T-B\tTee\tSoft\thttps://s.example/t\thttps://s.example/t.jpg\tin_stock\t18.00 USD\t\t212\tClothing > Tshirts\tAcme\tTEE",
                        "MUG\tMug\t\thttps://s.example/m\thttps://s.example/m.jpg\tin_stock\t9.00 USD\t7.50 USD\tHome & Garden > Kitchen & Dining\t\t\t")
                .file(
                        "events",
                        "events.csv",
                        "user_id,item_id,event,timestamp",
                        "u1,T-B,view,2024-03-13",
                        "u1,MUG,purchase,2024-03-14")
                .detected();
        assertThat(shop.tables().describe()).isEqualTo("google-merchant (detected) for items");
        assertThat(shop.items())
                .containsExactly("TEE|Tee|Clothing>Tshirts|Acme|18.0", "MUG|Mug|Home & Garden>Kitchen & Dining||7.5");
        assertThat(shop.events("u1"))
                .containsExactly("TEE view 2024-03-13T00:00:00Z", "MUG purchase 2024-03-14T00:00:00Z");
    }

    private ImportedFiles opencart() {
        return files().file(
                        "events",
                        "oc_order_product.csv",
                        OPENCART_ORDER_PRODUCTS,
                        "1,100,42,0,Apple Cinema,Product 15,1,90.0000,90.0000,4.0000,0",
                        "2,101,30,0,Canon EOS,Product 3,1,80.0000,80.0000,4.0000,0",
                        "3,102,30,0,Canon EOS,Product 3,1,80.0000,80.0000,4.0000,0",
                        "4,103,30,0,Canon EOS,Product 3,1,80.0000,80.0000,4.0000,0")
                .file(
                        "items",
                        "oc_product_description.csv",
                        "product_id,language_id,name,description,tag,meta_title,meta_description,meta_keyword",
                        "42,1,Apple Cinema,<p>Big</p>,,Apple Cinema,,",
                        "42,2,Apple Kino,<p>Gross</p>,,Apple Kino,,",
                        "30,1,Canon EOS,,,Canon EOS,,");
    }

    @Test
    void opencart_joinsOrdersProductsAndTheCategoryTree() {
        Imported shop = opencart()
                .beside(
                        "oc_order.csv",
                        "order_id,invoice_no,customer_id,email,order_status_id,date_added",
                        "100,0,7,a@mail.example,5,2024-03-13 10:00:00",
                        "101,0,0,b@mail.example,1,2024-03-14 10:00:00",
                        "102,0,7,a@mail.example,11,2024-03-15 10:00:00",
                        "103,0,7,a@mail.example,0,2024-03-16 10:00:00")
                .beside(
                        "oc_product.csv",
                        "product_id,model,sku,image,manufacturer_id,price",
                        "42,Product 15,,catalog/a.jpg,8,100.0000",
                        "30,Product 3,,catalog/c.jpg,9,100.0000")
                .beside("oc_manufacturer.csv", "manufacturer_id,name,image,sort_order", "8,Apple,,0", "9,Canon,,0")
                .beside("oc_product_to_category.csv", "product_id,category_id", "42,28", "42,20", "30,33")
                .beside(
                        "oc_category_description.csv",
                        "category_id,language_id,name,description,meta_title,meta_description,meta_keyword",
                        "20,1,Desktops,,Desktops,,",
                        "25,1,Components,,Components,,",
                        "28,1,Monitors,,Monitors,,",
                        "33,1,Cameras,,Cameras,,")
                .beside(
                        "oc_category.csv",
                        "category_id,image,parent_id,top,column,sort_order,status",
                        "20,,0,1,1,1,1",
                        "25,,0,1,1,1,1",
                        "28,,25,0,0,1,1",
                        "33,,0,1,1,1,1")
                .detected();
        assertThat(shop.tables().describe()).isEqualTo("opencart (detected) for categories, events, items");
        assertThat(shop.items())
                .containsExactly(
                        "42|Apple Cinema|Components>Monitors & Desktops|Apple|100.0",
                        "30|Canon EOS|Cameras|Canon|100.0");
        assertThat(shop.events("7")).containsExactly("42 purchase 2024-03-13T10:00:00Z");
        assertThat(shop.events("b@mail.example")).containsExactly("30 purchase 2024-03-14T10:00:00Z");
        assertThat(shop.report().returns()).isEqualTo(1);
    }

    @Test
    void fileOfAJoinThatIsMissing_isNamed() {
        assertThatExceptionOfType(RecsException.class)
                .isThrownBy(() -> opencart().detected())
                .withMessageContaining("oc_order_product.csv is read as OpenCart table order_product")
                .withMessageContaining(
                        "needs oc_order.csv beside it for customer_id, email, order_status_id, date_added");
    }

    private static final String WOO_ITEMS = "ID,Type,SKU,Name,Published,Regular price,Categories,Parent";

    @Test
    void woocommerceOrdersOfTheRestApi_areUnnested() {
        Imported shop = files().file(
                        "items",
                        "products.csv",
                        WOO_ITEMS,
                        "93,variable,tee,Tee,1,,Clothing,",
                        "94,variation,tee-red,Tee - Red,1,18,,id:93",
                        "22,simple,mug,Mug,1,9,Home,")
                .file(
                        "events",
                        "orders.json",
                        "[{\"id\":727,\"status\":\"processing\",\"currency\":\"USD\",\"date_created\":\"2024-03-22T16:28:02\",\"customer_id\":0,\"billing\":{\"email\":\"john@mail.example\"},\"line_items\":[{\"id\":315,\"name\":\"Tee\",\"product_id\":93,\"variation_id\":94,\"quantity\":2,\"total\":\"6.00\",\"sku\":\"\"},{\"id\":316,\"name\":\"Mug\",\"product_id\":22,\"variation_id\":0,\"quantity\":1,\"total\":\"12.00\",\"sku\":\"mug\"}]},",
                        "{\"id\":728,\"status\":\"failed\",\"currency\":\"USD\",\"date_created\":\"2024-03-23T16:28:02\",\"customer_id\":3,\"billing\":{\"email\":\"x@mail.example\"},\"line_items\":[{\"id\":317,\"name\":\"Mug\",\"product_id\":22,\"quantity\":1,\"total\":\"12.00\",\"sku\":\"mug\"}]}]")
                .detected();
        assertThat(shop.tables().describe()).isEqualTo("woocommerce (detected) for events, items");
        assertThat(shop.events("john@mail.example"))
                .containsExactly("93 purchase 2024-03-22T16:28:02Z", "22 purchase 2024-03-22T16:28:02Z");
    }

    @Test
    void magentoOrdersOfTheRestApi_areUnnestedWithoutTheChildrenOfConfigurableItems() {
        Imported shop = files().file(
                        "items",
                        "catalog_product.csv",
                        MAGENTO_PRODUCTS,
                        "shirt,,Default,configurable,Default Category/Gear,base,T-Shirt,,\"Catalog, Search\",12.5,,,,\"sku=shirt-black,color=Black\"",
                        "pen,,Default,simple,Default Category/Office,base,Pen,,\"Catalog, Search\",3,2.5,,,")
                .file(
                        "events",
                        "orders.jsonl",
                        "{\"entity_id\":1,\"increment_id\":\"000000001\",\"status\":\"complete\",\"store_id\":1,\"customer_id\":5,\"customer_email\":\"a@mail.example\",\"created_at\":\"2024-03-13 10:00:00\",\"base_grand_total\":12.5,\"items\":[{\"item_id\":1,\"sku\":\"shirt-black\",\"product_type\":\"configurable\",\"price\":12.5},{\"item_id\":2,\"parent_item_id\":1,\"sku\":\"shirt-black\",\"product_type\":\"simple\",\"price\":0}]}",
                        "{\"entity_id\":2,\"increment_id\":\"000000002\",\"status\":\"complete\",\"store_id\":1,\"customer_email\":\"b@mail.example\",\"created_at\":\"2024-03-14 10:00:00\",\"base_grand_total\":2.5,\"items\":[{\"item_id\":3,\"sku\":\"pen\",\"product_type\":\"simple\",\"price\":2.5}]}")
                .detected();
        assertThat(shop.tables().describe()).isEqualTo("magento (detected) for events, items");
        assertThat(shop.events("5")).containsExactly("shirt purchase 2024-03-13T10:00:00Z");
        assertThat(shop.events("b@mail.example")).containsExactly("pen purchase 2024-03-14T10:00:00Z");
    }
}
