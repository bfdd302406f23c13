package org.crossaisle.io.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.crossaisle.io.format.ImportedFiles.Imported;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Public data sets, in the layout of their makers; all data is made up. */
class DataSetFormatsTest {
    @TempDir
    Path directory;

    private ImportedFiles files() {
        return new ImportedFiles(directory);
    }

    @Test
    void movielensCsv_hasRatingsAndGenres() {
        Imported shop = files().file(
                        "events",
                        "ratings.csv",
                        "userId,movieId,rating,timestamp",
                        "1,296,5.0,1147880044",
                        "1,306,3.5,1147868817",
                        "2,296,4.0,1147868828")
                .file(
                        "items",
                        "movies.csv",
                        "movieId,title,genres",
                        "296,Pulp Fiction (1994),Comedy|Crime|Drama",
                        "306,Three Colors: Red (1994),Drama",
                        "999,\"Nothing, Much (2000)\",(no genres listed)")
                .detected();
        assertThat(shop.tables().describe()).isEqualTo("movielens (detected) for events, items");
        assertThat(shop.items())
                .containsExactly(
                        "296|Pulp Fiction (1994)|Comedy & Crime & Drama||",
                        "306|Three Colors: Red (1994)|Drama||",
                        "999|Nothing, Much (2000)|||");
        assertThat(shop.events("1"))
                .containsExactly("306 review 2006-05-17T12:26:57Z", "296 review 2006-05-17T15:34:04Z");
    }

    @Test
    void instacart_ordersByOrderNumberAndPutsAislesUnderDepartments() {
        Imported shop = files().file(
                        "events",
                        "order_products__prior.csv",
                        "order_id,product_id,add_to_cart_order,reordered",
                        "2,33120,1,1",
                        "2,28985,2,1",
                        "9,9327,1,0",
                        "7,33120,1,0",
                        "8,28985,1,0")
                .file(
                        "items",
                        "products.csv",
                        "product_id,product_name,aisle_id,department_id",
                        "33120,Organic Egg Whites,86,16",
                        "28985,Michigan Organic Kale,83,4",
                        "9327,Garlic Powder,104,13")
                .beside(
                        "orders.csv",
                        "order_id,user_id,eval_set,order_number,order_dow,order_hour_of_day,days_since_prior_order",
                        "2,202279,prior,3,5,09,8.0",
                        "9,202279,prior,1,5,09,",
                        "7,202279,prior,12,2,14,9.0",
                        "8,5,prior,1,2,14,")
                .beside("aisles.csv", "aisle_id,aisle", "83,fresh vegetables", "86,eggs", "104,spices seasonings")
                .beside("departments.csv", "department_id,department", "4,produce", "13,pantry", "16,dairy eggs")
                .detected();
        assertThat(shop.tables().describe()).isEqualTo("instacart (detected) for events, items");
        assertThat(shop.items())
                .containsExactly(
                        "33120|Organic Egg Whites|dairy eggs>eggs||",
                        "28985|Michigan Organic Kale|produce>fresh vegetables||",
                        "9327|Garlic Powder|pantry>spices seasonings||");
        assertThat(shop.events("202279"))
                .containsExactly("9327 purchase", "33120 purchase", "28985 purchase", "33120 purchase");
    }

    @Test
    void retailrocket_takesTheLatestCategoryFromTheLongTableOfProperties() {
        Imported shop = files().file(
                        "events",
                        "events.csv",
                        "timestamp,visitorid,event,itemid,transactionid",
                        "1433221332117,257597,view,355908,",
                        "1433224214164,257597,addtocart,355908,",
                        "1433222276276,158090,transaction,248676,4000")
                .file(
                        "items",
                        "item_properties_part1.csv",
                        "timestamp,itemid,property,value",
                        "1435460400000,355908,categoryid,1338",
                        "1431226800000,355908,categoryid,209",
                        "1431226800000,355908,888,1116713 960601 n277.200",
                        "1431226800000,248676,categoryid,209",
                        "1433041200000,248676,available,0")
                .beside("category_tree.csv", "categoryid,parentid", "1338,209", "209,1016", "1016,")
                .detected();
        assertThat(shop.tables().describe()).isEqualTo("retailrocket (detected) for categories, events, items");
        assertThat(shop.items()).containsExactly("355908||1016>209>1338||", "248676||1016>209||");
        assertThat(shop.events("257597"))
                .containsExactly("355908 view 2015-06-02T05:02:12Z", "355908 cart 2015-06-02T05:50:14Z");
        assertThat(shop.events("158090")).containsExactly("248676 purchase 2015-06-02T05:17:56Z");
    }
}
