package org.crossaisle.server;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.vertx.ext.web.Router;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.logging.Logger;
import org.crossaisle.Setting;
import org.crossaisle.audience.AudienceSettings;
import org.crossaisle.io.settings.ListSettings;
import org.crossaisle.server.http.ScoringGate;
import org.crossaisle.server.problem.Problem;
import org.crossaisle.server.problem.ProblemMapping;
import org.crossaisle.server.problem.Problems;
import org.crossaisle.serving.RecommendationService;
import org.junit.jupiter.api.Test;

/** What holds for every path. */
@QuarkusTest
@QuarkusTestResource(TrainedShop.class)
class EdgeTest {
    @Inject
    ScoringGate gate;

    @Inject
    RecommendationService service;

    @Test
    void shop_isDescribed() {
        Response response = given().get("/v1/shop");
        assertThat(response.jsonPath().getString("name")).isEqualTo("test shop");
        assertThat(response.jsonPath().getBoolean("simulated")).isTrue();
        assertThat(response.jsonPath().getInt("users")).isEqualTo(300);
        assertThat(response.jsonPath().getInt("items")).isEqualTo(600);
        assertThat(response.jsonPath().getInt("interactions"))
                .isEqualTo(service.model().shop().dataset().interactions());
        assertThat(response.jsonPath().getString("model.recipe")).isEqualTo("transformer");
        assertThat(response.jsonPath().getInt("model.dimension")).isEqualTo(16);
        assertThat(response.jsonPath().getList("model.categoryChanges")).isEmpty();
        assertThat(response.jsonPath().getList("levels"))
                .containsExactly("department", "level 1"); // those of level 2 have too few items
        assertThat(response.jsonPath().getList("sampleUsers")).isEmpty();
    }

    @Test
    void everyAnswer_hasTheHeadersOfABrowsersSafety() {
        for (String path : List.of("/", "/v1/shop", "/v1/nope", "/nope", "/health")) {
            Response response = given().get(path);
            assertThat(response.header("Content-Security-Policy"))
                    .as(path)
                    .isEqualTo("default-src 'self'; frame-ancestors 'none'");
            assertThat(response.header("X-Frame-Options")).as(path).isEqualTo("DENY");
            assertThat(response.header("X-Content-Type-Options")).as(path).isEqualTo("nosniff");
            assertThat(response.header("Referrer-Policy")).as(path).isEqualTo("no-referrer");
            assertThat(response.header("Access-Control-Allow-Origin")).as(path).isNull();
            assertThat(response.header("Cache-Control"))
                    .as(path)
                    .isEqualTo(path.startsWith("/v1/") || path.equals("/health") ? "no-store" : "no-cache");
        }
    }

    /** The router takes both for the same path. */
    @Test
    void pathWithSlashesTooMany_isKeptByNobodyEither() throws IOException {
        RawHttp.Answer answer = RawHttp.get("//v1//shop");
        assertThat(answer.json().getString("name")).isEqualTo("test shop");
        assertThat(answer.headers()).containsEntry("cache-control", "no-store");
    }

    @Test
    void page_isServedWithoutInlineScript() {
        String page = given().get("/").asString();
        assertThat(page).contains("id=\"cross-share\"").doesNotContainPattern("<script(?![^>]*src=)");
        assertThat(page).doesNotContainPattern("(?:src|href)=\"(?:https?:)?//").doesNotContainPattern("\\son\\w+=");
        assertThat(given().get("/crossaisle.js").statusCode()).isEqualTo(200);
        assertThat(given().get("/crossaisle.css").statusCode()).isEqualTo(200);
    }

    @Test
    void unknownPath_isAProblem() {
        for (String path : List.of("/nope", "/v1/nope", "/v1/users/u1", "/v1/users/u1/nope", "/v2/shop")) {
            Problems.check(given().get(path), 404, "path-unknown", "there is nothing at this path");
        }
    }

    @Test
    void wrongMethod_isAProblemThatNamesTheRightOne() {
        Response response = given().get("/v1/events");
        Problems.check(response, 405, "method-not-allowed", "it supports POST");
        assertThat(response.header("Allow")).contains("POST");
        Problems.check(given().delete("/v1/shop"), 405, "method-not-allowed", "it supports GET");
    }

    @Test
    void wrongContentType_isAProblem() {
        Problems.check(
                given().contentType("text/csv").body("a,b").post("/v1/events"),
                415,
                "content-type-unsupported",
                "application/json");
        Problems.check(given().accept("text/csv").get("/v1/shop"), 406, "not-acceptable", "application/json");
    }

    @Test
    void failureBeforeAnyResource_isAProblemWhosePathIsNotLogged() {
        try (Logged logged = new Logged()) {
            Response response = given().get("/fails/secret-user");
            Problems.check(response, 500, "internal", "the request is not at fault");
            assertThat(response.asString()).doesNotContain("the inside", "secret-user");
            String instance = response.jsonPath().getString("instance");
            assertThat(logged.lines()).anyMatch(line -> line.contains(instance) && line.contains("the inside"));
            assertThat(logged.lines()).noneMatch(line -> line.contains("secret-user"));
        }
    }

    /** A route that only fails. */
    @Singleton
    static final class FailingRoute {
        void register(@Observes Router router) {
            router.get("/fails/*").handler(context -> context.fail(new IllegalStateException("the inside")));
        }
    }

    @Test
    void health_isUp() {
        for (String path : List.of("/health", "/health/live", "/health/ready")) {
            assertThat(given().get(path).jsonPath().getString("status")).isEqualTo("UP");
        }
        assertThat(given().get("/health/ready").jsonPath().getList("checks.name"))
                .contains("shop");
    }

    @Test
    void description_listsTheRerankersThereAre() {
        Response response = given().accept("application/json").get("/openapi");
        assertThat(response.jsonPath()
                        .getString("paths.'/v1/users/{user}/recommendations'.get.parameters"
                                + ".find { it.name == 'diversity' }.description"))
                .contains("calibrated:WEIGHT: ", "dpp:WEIGHT[:vectors]: ", "mmr:WEIGHT[:vectors]: ");
        assertThat(given().get("/v1/shop").jsonPath().getList("rerankers.example"))
                .contains("calibrated:0.5", "dpp:0.5", "mmr:0.3");
    }

    @Test
    void everyOperation_isDescribedWithItsProblems() {
        Response response = given().accept("application/json").get("/openapi");
        var paths = response.jsonPath().getMap("paths");
        assertThat(paths.keySet().stream().map(String::valueOf))
                .containsExactlyInAnyOrder(
                        "/v1/users/{user}/recommendations",
                        "/v1/users/{user}/history",
                        "/v1/users/{user}/categories",
                        "/v1/audiences",
                        "/v1/events",
                        "/v1/items/{item}",
                        "/v1/items/{item}/similar",
                        "/v1/categories/{category}/next",
                        "/v1/shop");
        assertThat(response.jsonPath()
                        .getList("paths.collect { it.value.values() }.flatten().collect {"
                                + " it.responses.'400'.content.'application/problem+json'.schema.'$ref' }"))
                .hasSize(9)
                .containsOnly("#/components/schemas/Problem");
        assertThat(response.jsonPath()
                        .getList("paths.collect { it.value.values() }.flatten().findAll { !it.description }"))
                .isEmpty();
        assertThat(response.jsonPath().getMap("components.schemas.Problem.properties").keySet().stream()
                        .map(String::valueOf))
                .contains("type", "title", "status", "detail", "errors");
        assertThat(response.jsonPath().getMap("components.schemas.Place.properties").keySet().stream()
                        .map(String::valueOf))
                .contains("rank", "item", "title", "category", "brand", "price", "score", "newCategory", "reasons");
        assertThat(given().get("/docs/").asString()).containsIgnoringCase("swagger");
    }

    @Test
    void everySetting_isDescribedAsItIsDeclared() {
        JsonPath description =
                given().accept("application/json").get("/openapi").jsonPath();
        for (Setting setting : ListSettings.WITH_COUNT) {
            assertThat(description.getString(
                            "paths.'/v1/users/{user}/recommendations'.get.parameters.find { it.name == '"
                                    + setting.name() + "' }.description"))
                    .startsWith(setting.help());
        }
        for (Setting setting : AudienceSettings.ALL) {
            String property = "components.schemas.AudienceRequest.properties." + setting.name();
            assertThat(description.getString(property + ".description")).isEqualTo(setting.help());
            assertThat(description.getString(property + ".default")).isEqualTo(setting.byDefault());
        }
    }

    @Test
    void moreThanTheQueueHolds_isToldToComeBack() throws InterruptedException {
        CountDownLatch release = new CountDownLatch(1);
        List<Thread> threads = new ArrayList<>();
        try {
            for (int at = 0; at < gate.capacity(); at++) {
                Thread thread = new Thread(() -> gate.answer(() -> await(release)));
                thread.start();
                threads.add(thread);
            }
            while (gate.inside() < gate.capacity()) {
                Thread.onSpinWait();
            }
            Response response = given().get("/v1/users/u0000001/recommendations");
            Problems.check(response, 503, "overloaded", "try again");
            assertThat(response.header("Retry-After")).isEqualTo("1");
            assertThat(given().get("/v1/users/u0000001/history").statusCode()).isEqualTo(200);
        } finally {
            release.countDown();
            for (Thread thread : threads) {
                thread.join();
            }
        }
        assertThat(given().get("/v1/users/u0000001/recommendations").statusCode())
                .isEqualTo(200);
        assertThat(gate.inside()).isZero();
    }

    private static boolean await(CountDownLatch latch) {
        try {
            latch.await();
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Test
    void userIds_areInNoLogLine() {
        String user = "only-here-7d1f";
        String hashed = service.model().user(user).toString();
        try (Logged logged = new Logged()) {
            given().get("/v1/users/{user}/recommendations", user);
            given().get("/v1/users/{user}/recommendations?count=0", user);
            given().get("/v1/users/{user}/nope", user);
            Events.post(Events.event(user, "i000001", "view"));
            Events.post(Events.event(user, "nope", "view"));
            Events.post("{\"user\": " + user);
            given().get("/v1/users/{user}/history", user);
            Logger.getLogger("canary").info("canary");
            assertThat(logged.lines()).anyMatch(line -> line.contains("canary"));
            assertThat(logged.lines()).noneMatch(line -> line.contains(user) || line.contains(hashed));
        }
    }

    @Test
    void failureHere_saysNothingOfTheInsideAndIsFoundInTheLog() {
        try (Logged logged = new Logged()) {
            Problem problem = new ProblemMapping()
                    .of(new IllegalStateException("the inside"))
                    .getEntity();
            assertThat(problem.status()).isEqualTo(500);
            assertThat(problem.toString()).doesNotContain("the inside");
            String instance = String.valueOf(problem.instance());
            assertThat(logged.lines()).anyMatch(line -> line.contains(instance) && line.contains("the inside"));
        }
    }
}
