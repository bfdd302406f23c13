package org.crossaisle.server;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.crossaisle.catalog.CategoryPath;
import org.crossaisle.server.problem.Problems;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(TrainedShop.class)
class RecommendationsTest {
    /** A customer of the simulated shop. */
    private static final String KNOWN = "u0000003";

    private static Response ask(String user, String... parameters) {
        var request = given().urlEncodingEnabled(true);
        for (int at = 0; at < parameters.length; at += 2) {
            request.queryParam(parameters[at], parameters[at + 1]);
        }
        return request.get("/v1/users/{user}/recommendations", user);
    }

    private static JsonPath list(String user, String... parameters) {
        Response response = ask(user, parameters);
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(200);
        return response.jsonPath();
    }

    @Test
    void knownUser_getsTheModelsListWithReasonsFromTheirHistory() {
        JsonPath list = list(KNOWN, "count", "5");
        assertThat(list.getString("basis")).isEqualTo("model");
        assertThat(list.getInt("history")).isPositive();
        assertThat(list.getString("basisText")).contains(String.valueOf(list.getInt("history")));
        assertThat(list.getList("items.rank")).containsExactly(1, 2, 3, 4, 5);
        assertThat(list.getList("items.score", Double.class)).isSortedAccordingTo((a, b) -> Double.compare(b, a));
        assertThat(list.getList("items.title")).hasSize(5).doesNotContainNull();
        List<String> had = given().get("/v1/users/{user}/history?count=1000", KNOWN)
                .jsonPath()
                .getList("interactions.item");
        assertThat(list.getList("items.item")).doesNotContainAnyElementsOf(had);
        List<String> named =
                list.getList("items.reasons.flatten().findAll { it.kind == 'history' }.items.flatten().item");
        assertThat(named).isNotEmpty().isSubsetOf(had);
    }

    @Test
    void unknownUser_getsPopularItemsAndIsToldSo() {
        JsonPath list = list("nobody-knows-me");
        assertThat(list.getString("basis")).isEqualTo("popular");
        assertThat(list.getInt("history")).isZero();
        assertThat(list.getList("items")).hasSize(10);
        assertThat(list.getList("items.reasons.flatten().kind")).containsOnly("new-user");
        assertThat(list.<Object>get("achieved.crossShare")).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"顾客甲", "😀 emoji", "a/b?c#d%41", "' or 1=1", "x y"})
    void idOfAnyCharacters_isAnUnknownUserUntilTheyDoSomething(String user) {
        assertThat(list(user).getString("basis")).isEqualTo("popular");
        assertThat(Events.post(Events.event(user, "i000001", "purchase")).statusCode())
                .isEqualTo(202);
        assertThat(list(user).getString("basis")).isEqualTo("model");
    }

    @Test
    void whiteSpaceAroundAnId_isDroppedAsTheImportDropsIt() {
        assertThat(list(" " + KNOWN + " ").getInt("history"))
                .isEqualTo(list(KNOWN).getInt("history"));
    }

    @Test
    void crossShare_isAchievedWhereThereAreEnoughItems() {
        JsonPath none = list(KNOWN, "crossShare", "0", "count", "10");
        JsonPath half = list(KNOWN, "crossShare", "0.5", "count", "10");
        assertThat(none.getDouble("achieved.crossShare")).isZero();
        assertThat(half.getDouble("achieved.crossShare")).isEqualTo(0.5);
        assertThat(half.getDouble("asked.crossShare")).isEqualTo(0.5);
        assertThat(half.getList("items.findAll { it.newCategory }.item")).hasSize(5);
    }

    @Test
    void scope_keepsTheListWithinOrAcrossTheUsersCategories() {
        assertThat(list(KNOWN, "scope", "within").getList("items.newCategory")).containsOnly(false);
        JsonPath across = list(KNOWN, "scope", "cross");
        assertThat(across.getList("items.newCategory")).containsOnly(true);
        assertThat(across.getString("asked.scope")).isEqualTo("cross");
    }

    @Test
    void complement_goesWithTheBasket_andNeverHoldsItsCategory() {
        JsonPath list = list(KNOWN, "scope", "complement", "basket", "i000001,i000002", "count", "20");
        assertThat(list.getList("asked.basket")).containsExactly("i000001", "i000002");
        List<String> own = List.of(department("i000001"), department("i000002"));
        assertThat(list.getList("items.category", String.class))
                .hasSize(20)
                .noneMatch(path -> own.contains(CategoryPath.parse(path).department()));
        assertThat(list.getString("steps[0].step")).isEqualTo("scope:complement");
    }

    @Test
    void basket_isAmongTheReasons_evenOfANewCustomer() {
        for (String user : List.of(KNOWN, "nobody-with-a-basket")) {
            JsonPath list = list(user, "scope", "complement", "basket", "i000001", "count", "20");
            assertThat(list.getString("basis")).isEqualTo("model");
            assertThat(list.getList(
                            "items.reasons.flatten().findAll { it.kind == 'history' }.items.flatten().item",
                            String.class))
                    .as("items named to %s", user)
                    .contains("i000001");
        }
    }

    private static String department(String item) {
        String path = given().get("/v1/items/{item}", item).jsonPath().getString("category");
        return CategoryPath.parse(path).department();
    }

    @Test
    void everyStep_saysWhatItReachedAndCost() {
        JsonPath list =
                list(KNOWN, "crossShare", "calibrated", "diversity", "mmr:0.5,calibrated:0.3", "window", "1/2@1");
        assertThat(list.getString("asked.crossShare")).isEqualTo("calibrated");
        assertThat(list.getDouble("achieved.targetShare")).isBetween(0.0, 1.0);
        assertThat(list.getList("steps.step"))
                .containsExactly("crossShare:calibrated", "mmr:0.5", "calibrated:0.3", "window:1/2@1");
        assertThat(list.getList("steps.measure"))
                .containsExactly("crossShare", "meanDistance", "divergence", "brokenPlaces");
        assertThat(list.getDouble("steps[1].after")).isGreaterThan(list.getDouble("steps[1].before"));
        assertThat(list.getDouble("steps[1].cost")).isPositive();
        assertThat(list.getInt("steps[3].shortfall")).isZero();
    }

    @Test
    void categories_holdTheListToThem() {
        String top = department(list(KNOWN).getString("items[0].item"));
        JsonPath only = list(KNOWN, "categories", top, "count", "30");
        assertThat(only.getList("items.category", String.class)).allMatch(path -> path.startsWith(top));
        JsonPath without = list(KNOWN, "excludeCategories", top, "count", "30");
        assertThat(without.getList("items.category", String.class)).hasSize(30).noneMatch(path -> path.startsWith(top));
    }

    @Test
    void level_decidesWhatIsNew() {
        String isNew = "items.findAll { it.newCategory }.item";
        List<String> byDepartment = list(KNOWN, "level", "0", "count", "500").getList(isNew);
        JsonPath byCategory = list(KNOWN, "level", "1", "count", "500");
        assertThat(byCategory.getInt("asked.level")).isEqualTo(1);
        assertThat(byCategory.getList(isNew, String.class))
                .containsAll(byDepartment)
                .hasSizeGreaterThan(byDepartment.size());
    }

    @Test
    void largestCount_isAnsweredInFull() {
        assertThat(list("nobody-knows-me", "count", "500").getList("items")).hasSize(500);
        assertThat(list(KNOWN, "count", "500").getList("items")).hasSize(500);
    }

    @Test
    void language_comesFromTheParameterAndOtherwiseFromTheBrowser() {
        assertThat(list(KNOWN, "language", "zh").getString("basisText")).contains("推荐");
        assertThat(given().header("Accept-Language", "fr, zh-CN;q=0.9, en;q=0.8")
                        .get("/v1/users/{user}/recommendations", KNOWN)
                        .jsonPath()
                        .getString("basisText"))
                .contains("推荐");
        assertThat(given().header("Accept-Language", "zh-CN")
                        .get("/v1/users/{user}/recommendations?language=en", KNOWN)
                        .jsonPath()
                        .getString("basisText"))
                .startsWith("Chosen");
        assertThat(given().header("Accept-Language", "!!;q=x")
                        .get("/v1/users/{user}/recommendations", KNOWN)
                        .jsonPath()
                        .getString("basisText"))
                .startsWith("Chosen");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "count|0|count is 0, must be a whole number in [1, 500]",
                "count|501|count is 501, must be",
                "count|-1|count is -1, must be",
                "count|ten|count is \"ten\", must be a whole number",
                "count|1.5|count is \"1.5\", must be",
                "count|99999999999|count is \"99999999999\", must be",
                "scope|all|scope is \"all\", must be one of any, within, cross",
                "crossShare|1.5|crossShare is 1.5, must be in [0, 1]",
                "crossShare|-0.1|crossShare is -0.1, must be in [0, 1]",
                "crossShare|NaN|crossShare is NaN, must be in [0, 1]",
                "crossShare|half|crossShare is \"half\", must be a number",
                "level|3|level is 3, must be a whole number in [0, 2]",
                "level|-1|level is -1",
                "window|2 of 5|must be MOST/PLACES@LEVEL",
                "window|1/2@9|the window's level is 9, must be below the 3 levels",
                "diversity|mrr:0.3|nearest: mmr",
                "categories|Sprots|the catalog has no category \"Sprots\"; nearest: \"",
                "basket|no-such-item|basket: the catalog has no item \"no-such-item\"",
                "scope|complement|needs a basket",
                "language|fr|language is \"fr\", must be one of en, zh",
                "crosshare|0.3|there is no parameter \"crosshare\"; nearest: crossShare"
            })
    void wrongParameter_isAProblemThatSaysWhatIsNeeded(String name, String value, String detail) {
        Problems.check(ask(KNOWN, name, value), 400, "setting-invalid", detail);
    }

    @Test
    void parametersThatDoNotGoTogether_areAProblem() {
        Problems.check(
                ask(KNOWN, "scope", "cross", "crossShare", "0.3"), 400, "setting-invalid", "needs the scope ANY");
        Problems.check(
                given().get("/v1/users/{user}/recommendations?count=1&count=2", KNOWN),
                400,
                "setting-invalid",
                "count is given 2 times");
    }

    @Test
    void manyAtOnce_areAnsweredAsEachAlone() throws Exception {
        List<String> alone = new ArrayList<>();
        for (int user = 0; user < 40; user++) {
            alone.add(answer(user));
        }
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Future<String>> together = new ArrayList<>();
            for (int user = 0; user < 40; user++) {
                int each = user;
                together.add(threads.submit(() -> answer(each)));
            }
            for (int user = 0; user < 40; user++) {
                assertThat(together.get(user).get()).as("user %d", user).isEqualTo(alone.get(user));
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static String answer(int user) {
        Response response = ask(String.format("u%07d", user), "crossShare", "0.3");
        assertThat(response.statusCode()).isEqualTo(200);
        return response.asString();
    }
}
