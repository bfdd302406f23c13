package org.crossaisle.server;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import org.crossaisle.affinity.Affinity;
import org.crossaisle.affinity.CategoryGraph;
import org.crossaisle.catalog.CategoryLevel;
import org.crossaisle.catalog.CategoryPath;
import org.crossaisle.server.problem.Problems;
import org.crossaisle.serving.RecommendationService;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TrainedShop.class)
class CategoriesTest {
    @Inject
    RecommendationService service;

    private static Response next(String encoded) {
        return given().urlEncodingEnabled(false).get("/v1/categories/" + encoded);
    }

    @Test
    void nextCategories_areThoseOfTheGraph() {
        CategoryGraph graph = service.model().graphs().get(0);
        int kitchen = graph.category(CategoryPath.parse("Kitchen")).orElseThrow();
        List<Affinity> expected = graph.outgoing(kitchen, Integer.MAX_VALUE).stream()
                .filter(move -> move.customers() >= 5)
                .toList();
        assertThat(expected).isNotEmpty();
        JsonPath answer = next("Kitchen/next?count=500").jsonPath();
        assertThat(answer.getString("category")).isEqualTo("Kitchen");
        assertThat(answer.getInt("level")).isZero();
        assertThat(answer.getBoolean("ofBuyers")).isTrue();
        assertThat(answer.getInt("customers")).isPositive();
        assertThat(answer.getList("next.category", String.class))
                .isEqualTo(expected.stream().map(move -> move.to().toString()).toList());
        assertThat(answer.getInt("next[0].customers")).isEqualTo(expected.get(0).customers());
        assertThat(answer.getDouble("next[0].lift"))
                .isCloseTo(expected.get(0).lift().value(), within(1e-5));
        assertThat(answer.getDouble("next[0].liftLow"))
                .isCloseTo(expected.get(0).lift().low(), within(1e-5));
        assertThat(answer.getDouble("next[0].lagDays.median"))
                .isCloseTo(expected.get(0).lag().orElseThrow().medianDays(), within(1e-5));
        assertThat(next("Kitchen/next?count=1").jsonPath().getList("next")).hasSize(1);
        assertThat(next("Kitchen%3ECoffee/next").jsonPath().getInt("level")).isEqualTo(1);
    }

    @Test
    void unknownCategory_isAProblemThatNamesTheNearest() {
        Problems.check(next("Kitchen%3ECofee/next"), 404, "category-unknown", "nearest: Kitchen>Coffee");
        Problems.check(next("%E5%92%96%E5%95%A1%2F%E8%8C%B6/next"), 404, "category-unknown", "\"咖啡/茶\" at level 0");
        Problems.check(next("a%3Eb%3Ec%3Ed%3Ee/next"), 404, "category-unknown", "\"a>b>c>d>e\" at level 1");
    }

    @Test
    void wrongPathOrParameter_isAProblem() {
        Problems.check(next("Kitchen%3E/next"), 400, "setting-invalid", "is not a category path");
        Problems.check(next("Kitchen/next?count=0"), 400, "setting-invalid", "count is 0");
        Problems.check(next("Kitchen/next?level=1"), 400, "setting-invalid", "there is no parameter \"level\"");
    }

    @Test
    void categoriesOfAUser_areNewToThem() {
        String path = "/v1/users/" + "u0000003" + "/categories";
        JsonPath answer = given().get(path + "?level=1&count=5")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        assertThat(answer.getString("basis")).isIn("model", "graph");
        assertThat(answer.getDouble("propensity")).isBetween(0.0, 1.0);
        assertThat(answer.getList("categories")).hasSize(5);
        List<Float> told = answer.getList("categories.probability", Float.class);
        assertThat(told).isSortedAccordingTo(Comparator.reverseOrder()).allMatch(one -> one >= 0 && one <= 1);
        CategoryLevel level = service.model().levels().get(1);
        BitSet seen = service.request(service.model(), "u0000003").history().categories(level);
        for (String category : answer.getList("categories.category", String.class)) {
            int number = service.model()
                    .graphs()
                    .get(1)
                    .category(CategoryPath.parse(category))
                    .orElseThrow();
            assertThat(seen.get(number)).isFalse();
        }
        JsonPath nobody = given().get("/v1/users/nobody/categories").jsonPath();
        assertThat(nobody.getString("basis")).isEqualTo("popular");
        assertThat(nobody.getString("propensity")).isNull();
        Problems.check(given().get(path + "?level=9"), 400, "setting-invalid", "level is 9");
        Problems.check(given().get(path + "?scope=any"), 400, "setting-invalid", "there is no parameter \"scope\"");
    }
}
