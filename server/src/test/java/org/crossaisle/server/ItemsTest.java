package org.crossaisle.server;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import org.crossaisle.server.problem.Problems;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TrainedShop.class)
class ItemsTest {
    private static JsonPath similar(String query) {
        return given().get("/v1/items/i000001/similar" + query).jsonPath();
    }

    @Test
    void item_isWhatTheCatalogSays() {
        JsonPath item = given().get("/v1/items/i000001").jsonPath();
        assertThat(item.getString("item")).isEqualTo("i000001");
        assertThat(item.getString("title")).isNotBlank();
        assertThat(item.getList("categories")).contains(item.getString("category"));
        assertThat(item.getDouble("price")).isPositive();
    }

    @Test
    void unknownItem_isAProblem() {
        Problems.check(given().get("/v1/items/nope"), 404, "item-unknown", "the catalog has no item \"nope\"");
        Problems.check(given().get("/v1/items/没有/similar"), 404, "item-unknown", "没有");
    }

    @Test
    void similarItems_areOthersByFallingCosine() {
        JsonPath list = similar("?count=20");
        assertThat(list.getString("measure")).isEqualTo("cosine");
        assertThat(list.getList("items.item"))
                .hasSize(20)
                .doesNotContain("i000001")
                .doesNotHaveDuplicates();
        List<Double> scores = list.getList("items.score", Double.class);
        assertThat(scores).isSortedAccordingTo((a, b) -> Double.compare(b, a)).allMatch(score -> score <= 1.000001);
    }

    @Test
    void scopeOfSimilarItems_isSeenFromTheItem() {
        String department = given().get("/v1/items/i000001")
                .jsonPath()
                .getString("category")
                .replaceAll(">.*", "");
        assertThat(similar("?scope=within").getList("items.category", String.class))
                .isNotEmpty()
                .allMatch(category -> category.startsWith(department + ">"));
        assertThat(similar("?scope=cross").getList("items.category", String.class))
                .hasSize(10)
                .noneMatch(category -> category.startsWith(department + ">"));
    }

    @Test
    void wrongParameter_isAProblem() {
        Problems.check(given().get("/v1/items/i000001/similar?count=0"), 400, "setting-invalid", "count is 0");
        Problems.check(given().get("/v1/items/i000001?full=1"), 400, "setting-invalid", "takes no parameters");
    }
}
