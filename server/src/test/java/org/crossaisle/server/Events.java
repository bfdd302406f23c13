package org.crossaisle.server;

import static io.restassured.RestAssured.given;

import io.restassured.response.Response;
import java.util.LinkedHashMap;
import java.util.Map;

/** Events as a shop posts them. */
final class Events {
    private Events() {}

    static Map<String, Object> event(String user, String item, String action) {
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("user", user);
        event.put("item", item);
        event.put("action", action);
        return event;
    }

    static Map<String, Object> with(Map<String, Object> event, String name, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(event);
        more.put(name, value);
        return more;
    }

    /** @param body a text as it is, anything else as JSON */
    static Response post(Object body) {
        return given().contentType("application/json").body(body).post("/v1/events");
    }
}
