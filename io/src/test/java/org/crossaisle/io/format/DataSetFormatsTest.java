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

    @Test
    void movielensDat_splitsAtTwoColons() {
        Imported shop = files().file(
                        "events",
                        "ratings.dat",
                        "1::1193::5::978300760",
                        "1::661::3::978302109",
                        "2::1193::4.5::978298413")
                .file(
                        "items",
                        "movies.dat",
                        "1193::One Flew Over the Cuckoo's Nest (1975)::Drama",
                        "661::Star Wars: \"Episode\" IV (1977)::Action|Sci-Fi")
                .detected();
        assertThat(shop.tables().describe()).isEqualTo("movielens (detected) for events, items");
        assertThat(shop.items())
                .containsExactly(
                        "1193|One Flew Over the Cuckoo's Nest (1975)|Drama||",
                        "661|Star Wars: \"Episode\" IV (1977)|Action & Sci-Fi||");
        assertThat(shop.events("1"))
                .containsExactly("1193 review 2000-12-31T22:12:40Z", "661 review 2000-12-31T22:35:09Z");
    }

    @Test
    void movielens100k_hasAColumnForEachGenre() {
        Imported shop = files().file("events", "u.data", "196\t242\t3\t881250949", "186\t302\t3\t891717742")
                .file(
                        "items",
                        "u.item",
                        "242|Kolya (1996)|24-Jan-1997||http://us.imdb.com/M/title-exact?Kolya%20(1996)|0|0|0|0|0|1|0|0|0|0|0|0|0|0|0|0|0|0|0",
                        "302|L.A. Confidential (1997)|01-Jan-1997||http://us.imdb.com/M/title-exact?L|0|0|0|0|0|0|1|0|0|0|1|0|0|1|0|0|1|0|0")
                .detected();
        assertThat(shop.tables().describe()).isEqualTo("movielens (detected) for events, items");
        assertThat(shop.items())
                .containsExactly(
                        "242|Kolya (1996)|Comedy||",
                        "302|L.A. Confidential (1997)|Crime & Film-Noir & Mystery & Thriller||");
        assertThat(shop.events("196")).containsExactly("242 review 1997-12-04T15:55:49Z");
    }

    @Test
    void criteo_readsTheSearchConversionLogWithoutItsPricesWhichTellTheOutcome() {
        Imported shop = files().file(
                        "events",
                        "CriteoSearchData",
                        "1\t34.5\t8204\t1598891820\t-1\t34.5\tAGE\tDEV\tAUD\tGEN\tBRAND\tC1\tC2\tC3\t-1\t-1\t-1\t-1\tFR\tP1\twords of title\tPART\tU1",
                        "0\t-1.0\t-1\t1598925284\t3\t0.0\t-1\tDEV\t-1\t-1\t-1\tC1\tC4\t-1\t-1\t-1\t-1\t-1\tFR\tP2\t-1\tPART\tU1",
                        "0\t-1.0\t-1\t1598925285\t3\t0.0\t-1\tDEV\t-1\t-1\t-1\tC1\t-1\t-1\t-1\t-1\t-1\t-1\tFR\t-1\t-1\tPART\tU1")
                .also("items", "CriteoSearchData")
                .detected();
        assertThat(shop.tables().describe()).isEqualTo("criteo (detected) for events, items");
        assertThat(shop.items()).containsExactly("P1|words of title|C1>C2>C3|BRAND|", "P2||C1>C4||");
        assertThat(shop.attributes("P1")).containsEntry("product_gender", "GEN").hasSize(2);
        assertThat(shop.events("U1"))
                .containsExactly("P1 purchase 2020-08-31T16:37:00Z", "P2 view 2020-09-01T01:54:44Z");
    }
}
