package org.crossaisle.server;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.crossaisle.action.Action;
import org.crossaisle.event.Event;
import org.crossaisle.event.EventStore;
import org.crossaisle.history.History;
import org.crossaisle.history.UserId;
import org.crossaisle.server.problem.Problems;
import org.crossaisle.serving.RecommendationService;
import org.crossaisle.serving.history.LiveHistories;
import org.crossaisle.store.sqlite.SqliteEventStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(TrainedShop.class)
class EventsTest {
    @Inject
    RecommendationService service;

    private static JsonPath history(String user) {
        return given().get("/v1/users/{user}/history?count=1000", user).jsonPath();
    }

    private static void accepted(Response response, int accepted, int duplicates) {
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(202);
        assertThat(response.jsonPath().getInt("accepted")).isEqualTo(accepted);
        assertThat(response.jsonPath().getInt("duplicates")).isEqualTo(duplicates);
    }

    @Test
    void purchase_changesTheNextList() {
        String user = "buys-now";
        accepted(Events.post(Events.event(user, "i000010", "purchase")), 1, 0);
        JsonPath list = given().get("/v1/users/{user}/recommendations", user).jsonPath();
        assertThat(list.getString("basis")).isEqualTo("model");
        assertThat(list.getInt("history")).isEqualTo(1);
        assertThat(list.getList("items.item")).doesNotContain("i000010");
    }

    @Test
    void eventOfAnImportedUser_isAddedToWhatWasImported() {
        int before = history("u0000005").getInt("size");
        accepted(Events.post(Events.event("u0000005", "i000150", "purchase")), 1, 0);
        JsonPath after = history("u0000005");
        assertThat(after.getInt("size")).isEqualTo(before + 1);
        assertThat(after.getString("interactions[0].item")).isEqualTo("i000150");
    }

    @Test
    void eventThatWasImported_countsOnce() {
        JsonPath before = history("u0000006");
        Map<String, Object> again = Events.event(
                "u0000006", before.getString("interactions[0].item"), before.getString("interactions[0].action"));
        accepted(Events.post(Events.with(again, "time", before.getString("interactions[0].time"))), 1, 0);
        assertThat(history("u0000006").getInt("size")).isEqualTo(before.getInt("size"));
    }

    @Test
    void times_areIsoTextOrSecondsAndOrderTheHistory() {
        String user = "timed";
        Map<String, Object> later =
                Events.with(Events.event(user, "i000001", "view"), "time", "2026-01-02T10:00:00+08:00");
        Map<String, Object> earlier = Events.with(Events.event(user, "i000002", "cart"), "time", 1_767_261_600L);
        accepted(Events.post(List.of(later, earlier)), 2, 0);
        assertThat(history(user).getList("interactions.time"))
                .containsExactly("2026-01-02T02:00:00Z", "2026-01-01T10:00:00Z");
        assertThat(history(user).getList("interactions.action")).containsExactly("view", "cart");
    }

    @Test
    void viewThenPurchaseOfOneItem_isOneInteraction() {
        String user = "looks-and-buys";
        Map<String, Object> view = Events.with(Events.event(user, "i000001", "view"), "time", 1_767_261_600L);
        Map<String, Object> purchase = Events.with(Events.event(user, "i000001", "purchase"), "time", 1_767_261_700L);
        Map<String, Object> nextDay = Events.with(Events.event(user, "i000001", "view"), "time", 1_767_361_700L);
        accepted(Events.post(List.of(view, purchase, nextDay)), 3, 0);
        assertThat(history(user).getList("interactions.action")).containsExactly("view", "purchase");
    }

    @Test
    void returnedItem_isLeftOutOfTheHistory() {
        String user = "sends-back";
        accepted(
                Events.post(
                        List.of(Events.event(user, "i000001", "purchase"), Events.event(user, "i000001", "return"))),
                2,
                0);
        assertThat(history(user).getList("interactions.action")).containsExactly("purchase");
    }

    @Test
    void idSeenBefore_isADuplicate() {
        Map<String, Object> event = Events.with(Events.event("repeats", "i000003", "purchase"), "id", "e-1");
        accepted(Events.post(event), 1, 0);
        accepted(Events.post(List.of(event, Events.with(event, "id", "e-2"))), 1, 1);
    }

    @Test
    void batchWithOneBadEvent_storesNone() {
        long before = service.storedEvents();
        Response response = Events.post(List.of(
                Events.event("half", "i000001", "purchase"),
                Events.with(Events.event("half", "nope", "ponder"), "time", 1_767_261_600_000L)));
        Problems.check(response, 400, "event-invalid", "3 things are wrong; nothing was stored");
        assertThat(response.jsonPath().getList("errors.pointer")).containsExactly("#/1/item", "#/1/action", "#/1/time");
        assertThat(response.jsonPath().getString("errors[2].detail")).contains("looks like milliseconds");
        assertThat(service.storedEvents()).isEqualTo(before);
        assertThat(history("half").getInt("size")).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"user\": \"U\", \"item\": \"i000001\"}|#/action: is missing",
                "{\"item\": \"i000001\", \"action\": \"view\"}|#/user: is missing",
                "{\"user\": \" \", \"item\": \"i000001\", \"action\": \"view\"}|#/user: is blank",
                "{\"user\": 17, \"item\": \"i000001\", \"action\": \"view\"}|#/user: is a number, must be a string",
                "{\"user\": \"U\", \"item\": \"nope\", \"action\": \"view\"}|#/item: the catalog has no item \"nope\"",
                "{\"user\": \"U\", \"item\": \"i000001\", \"action\": \"PONDER\"}|#/action: is \"PONDER\", must be one of return, view",
                "{\"user\": \"U\", \"item\": \"i000001\", \"action\": \"view\", \"sesion\": \"s\"}|#/sesion: there is no property \"sesion\"; nearest: session",
                "{\"user\": \"U\", \"item\": \"i000001\", \"action\": \"view\", \"value\": \"3\"}|#/value: is a text, must be a number",
                "{\"user\": \"U\", \"item\": \"i000001\", \"action\": \"view\", \"value\": 1e400}|#/value: is too large a number",
                "{\"user\": \"U\", \"item\": \"i000001\", \"action\": \"view\", \"time\": \"yesterday\"}|#/time: is \"yesterday\", must be ISO-8601 with an offset",
                "{\"user\": \"U\", \"item\": \"i000001\", \"action\": \"view\", \"time\": \"2026-01-01T10:00:00\"}|must be ISO-8601 with an offset",
                "{\"user\": \"U\", \"item\": \"i000001\", \"action\": \"view\", \"time\": 1.5}|#/time: is 1.5, must be ISO-8601",
                "{\"user\": \"U\", \"item\": \"i000001\", \"action\": \"view\", \"time\": true}|#/time: is a boolean, must be ISO-8601",
                "{\"user\": \"U\", \"item\": \"i000001\", \"action\": \"view\", \"time\": -1}|#/time: is -1, must not be before 1970",
                "{\"user\": \"U\", \"item\": \"i000001\", \"action\": \"view\", \"time\": 1767261600000}|looks like milliseconds; must be whole seconds since 1970, as 1767261600",
                "{\"user\": \"U\", \"item\": \"i000001\", \"action\": \"view\", \"time\": \"2999-01-01T00:00:00Z\"}|more than a day after now",
                "{\"user\": \"U\", \"item\": \"i000001\", \"action\": \"view\", \"id\": \"\\ud83d\"}|#/id: has half of a surrogate pair",
                "[[]]|#/0: is an array, must be an event"
            })
    void wrongEvent_isAProblemThatNamesThePlace(String body, String detail) {
        Response response = Events.post(body);
        Problems.check(response, 400, "event-invalid", detail);
        assertThat(response.jsonPath().getList("errors")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"user\": \"secret-user\"|it breaks at line 1",
                "{\"user\": secret-user}|it breaks at line 1, column 10",
                "{\"user\": \"secret-user\", \"user\": \"b\"}|it breaks at line 1",
                "{} {}|it breaks at line 1",
                "{\"user\": \"a\", \"item\": {\"b\": [1, 2}}|it breaks at line 1",
                "[{\"user\": \"secret-user\"}|it breaks at line 1",
                "\"secret-user\"|must be an event",
                "null|must be an event",
                "``|must be an event"
            })
    void malformedBody_isAProblemThatNamesThePlaceButNotTheBody(String body, String detail) {
        Response response = Events.post(body);
        Problems.check(response, 400, "body-malformed", detail);
        assertThat(response.asString()).doesNotContain("secret");
    }

    @Test
    void secondsOfTomorrow_areStillTaken() {
        long soon = Instant.now().getEpochSecond() + 80_000;
        accepted(Events.post(Events.with(Events.event("ahead", "i000001", "view"), "time", soon)), 1, 0);
    }

    @Test
    void tooManyEvents_areRefused() {
        List<Map<String, Object>> many = Collections.nCopies(10_001, Events.event("many", "i000001", "view"));
        Problems.check(Events.post(many), 400, "body-malformed", "more than 10000 events");
    }

    @Test
    void tooLongATextOfAnEvent_isAProblem() {
        Response response = Events.post(Events.with(Events.event("U", "i000001", "view"), "session", "s".repeat(257)));
        Problems.check(response, 400, "event-invalid", "#/session: has 257 characters, must have at most 256");
        accepted(Events.post(Events.with(Events.event("U", "i000001", "view"), "session", "s".repeat(256))), 1, 0);
    }

    @Test
    void tooManyErrors_areToldInPart() {
        List<Map<String, Object>> wrong = Collections.nCopies(150, Events.event("many", "nope", "view"));
        Response response = Events.post(wrong);
        Problems.check(response, 400, "event-invalid", "more than 100 things are wrong, the first 100 are listed");
        assertThat(response.jsonPath().getList("errors")).hasSize(100);
    }

    @Test
    void asManyErrorsAsAreTold_areCounted() {
        Response response = Events.post(Collections.nCopies(100, Events.event("many", "nope", "view")));
        Problems.check(response, 400, "event-invalid", "100 things are wrong; nothing was stored");
        assertThat(response.jsonPath().getList("errors")).hasSize(100);
    }

    /** What follows the faults that are told is not looked at: the array here never ends. */
    @Test
    void bodyIsReadNoFurtherThanTheErrorsThatAreTold() {
        for (String bad : List.of("1", "{}", "{\"a\": 1}", "{\"user\": {\"a\": [1]}}", "{\"item\": \"nope\"}")) {
            Response response = Events.post("[" + (bad + ",").repeat(101));
            Problems.check(response, 400, "event-invalid", "more than 100 things are wrong");
            assertThat(response.jsonPath().getList("errors")).hasSize(100);
        }
    }

    @Test
    void longNames_areToldInPart() {
        Response response = Events.post("{\"" + "q".repeat(40_000) + "\": 1}");
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.jsonPath().getList("errors.pointer")).contains("#");
        assertThat(response.asString()).hasSizeLessThan(2_000);
    }

    @Test
    void tooLargeABody_isRefused() {
        Problems.check(Events.post(" ".repeat((8 << 20) + 1)), 413, "body-too-large", "8388608 bytes");
    }

    @Test
    void events_surviveARestartOfTheStore(@TempDir Path directory) {
        Path file = directory.resolve("events.sqlite");
        UserId user = service.model().user("comes-back");
        Event event = new Event(user, "i000020", Action.PURCHASE, 1_767_261_600, OptionalDouble.empty(), "", "");
        Event gone = new Event(user, "no longer sold", Action.VIEW, 1_767_261_601, OptionalDouble.empty(), "", "");
        try (EventStore store = SqliteEventStore.open(file)) {
            store.append(List.of(event, gone));
        }
        try (EventStore store = SqliteEventStore.open(file)) {
            History history = new LiveHistories(service.model().shop(), store).of(user);
            assertThat(history.size()).isEqualTo(1);
            assertThat(service.model().catalog().item(history.item(0)).id()).isEqualTo("i000020");
        }
    }
}
