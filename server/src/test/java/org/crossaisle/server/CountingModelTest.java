package org.crossaisle.server;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.Test;

/** A model without vectors. */
@QuarkusTest
@QuarkusTestResource(value = CountingShop.class, restrictToAnnotatedClass = true)
class CountingModelTest {
    @Test
    void similarItems_areByTheModelsScoreAfterTheItemAlone() {
        // An item that a customer has beside others, so that some item goes with it.
        String item = given().get("/v1/users/u0000003/history").jsonPath().getString("interactions[0].item");
        JsonPath list = given().get("/v1/items/{item}/similar?count=5", item).jsonPath();
        assertThat(list.getString("measure")).isEqualTo("modelScore");
        assertThat(list.getList("items.item")).hasSize(5).doesNotContain(item);
        assertThat(list.getList("items.score", Double.class)).isSortedAccordingTo((a, b) -> Double.compare(b, a));
        assertThat(list.getDouble("items[0].score")).isPositive();
    }

    @Test
    void shop_hasAModelWithoutDimension() {
        JsonPath shop = given().get("/v1/shop").jsonPath();
        assertThat(shop.getString("model.recipe")).isEqualTo("itemknn");
        assertThat(shop.<Object>get("model.dimension")).isNull();
    }

    @Test
    void knownUser_getsReasons() {
        assertThat(given().get("/v1/users/u0000003/recommendations").jsonPath().getList("items.reasons.flatten().kind"))
                .contains("history");
    }
}
