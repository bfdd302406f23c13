package org.crossaisle.server;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.Comparator;
import org.crossaisle.audience.Audience;
import org.crossaisle.audience.AudienceSettings;
import org.crossaisle.catalog.CategoryPath;
import org.crossaisle.server.problem.Problems;
import org.crossaisle.serving.RecommendationService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(TrainedShop.class)
class AudiencesTest {
    @Inject
    RecommendationService service;

    private static Response post(String body) {
        return given().contentType("application/json").body(body).post("/v1/audiences");
    }

    @Test
    void audience_isThatOfTheFinder() {
        JsonPath answer =
                post("{\"category\": \"Sports\", \"size\": 20, \"days\": 170, \"excludeDays\": 0, \"control\": 0.2}")
                        .then()
                        .statusCode(200)
                        .extract()
                        .jsonPath();
        Audience expected =
                service.model().audience(CategoryPath.parse("Sports"), new AudienceSettings(170, 0, 0.2, 1), 20);
        assertThat(answer.getString("category")).isEqualTo("Sports");
        assertThat(answer.getInt("eligible")).isEqualTo(expected.eligible());
        assertThat(answer.getInt("check.came")).isEqualTo(expected.check().came());
        assertThat(answer.getList("check.gains")).hasSize(10);
        assertThat(answer.getList("members.user", String.class))
                .isEqualTo(expected.members().stream()
                        .map(member ->
                                service.model().shop().userId(member.user()).toString())
                        .toList());
        assertThat(answer.getList("members.control", Boolean.class))
                .filteredOn(control -> control)
                .hasSize(4);
        assertThat(answer.getList("members.probability", Float.class)).isSortedAccordingTo(Comparator.reverseOrder());
    }

    @Test
    void wrongBody_isAProblemThatSaysWhatIsNeeded() {
        Problems.check(post("{\"category\": \"Sprots\", \"size\": 5}"), 404, "category-unknown", "Sprots");
        Problems.check(post("{\"category\": \"Sports\"}"), 400, "setting-invalid", "size is missing");
        Problems.check(post("{\"category\": \"Sports\", \"size\": 0}"), 400, "setting-invalid", "size is \"0\"");
        Problems.check(
                post("{\"category\": \"Sports\", \"size\": 5, \"control\": 1}"), 400, "setting-invalid", "[0, 1)");
        Problems.check(
                post("{\"category\": \"Sports\", \"size\": 5, \"day\": 1}"), 400, "setting-invalid", "nearest: days");
        Problems.check(post("{\"category\": 3, \"size\": 5}"), 400, "setting-invalid", "category must be a string");
        Problems.check(post("[]"), 400, "body-malformed", "JSON object");
        Problems.check(
                post("{\"dayz\": 1, \"seeds\": 1}"),
                400,
                "setting-invalid",
                "2 things are wrong; no audience was computed");
    }

    /** With the strictness of events: no property twice, nothing after the end, and the answer quotes nothing. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "{\"category\": secret-user}",
                "{\"category\": \"Sports\", \"size\": 5} {}",
                "{\"category\": \"Sports\", \"size\": 5, \"size\": 6}",
                "{\"category\": \"Sports\", \"size\": 5,}"
            })
    void malformedBody_isAProblemThatNamesThePlaceButNotTheBody(String body) {
        Response response = post(body);
        Problems.check(response, 400, "body-malformed", "the body is not JSON: it breaks at line 1");
        assertThat(response.asString()).doesNotContain("secret");
    }

    @Test
    void deepBody_isAProblem() {
        Problems.check(post("{\"a\":".repeat(5_000)), 400, "body-malformed", "nested deeper than 1000 levels");
    }
}
