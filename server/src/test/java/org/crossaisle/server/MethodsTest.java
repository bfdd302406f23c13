package org.crossaisle.server;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.crossaisle.server.problem.Problems;
import org.junit.jupiter.api.Test;

/** Every path says which methods it takes. */
@QuarkusTest
@QuarkusTestResource(TrainedShop.class)
class MethodsTest {
    private static final List<String> ALL = List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "TRACE", "FOO");

    /** The methods of each path, as the description of the API has them; a path has HEAD where it has GET. */
    private static Map<String, Map<String, Object>> described() {
        return given().accept("application/json").get("/openapi").jsonPath().getMap("paths");
    }

    private static Set<String> methods(Map<String, Object> operations) {
        Set<String> methods = new TreeSet<>(Set.of("OPTIONS"));
        operations.keySet().forEach(method -> methods.add(method.toUpperCase(Locale.ROOT)));
        if (methods.contains("GET")) {
            methods.add("HEAD");
        }
        return methods;
    }

    private static Set<String> allowed(Response response) {
        return new TreeSet<>(Arrays.asList(response.header("Allow").split(", ")));
    }

    @Test
    void methodThatAPathDoesNotTake_isAProblemThatNamesThoseItTakes() {
        int refused = 0;
        for (Map.Entry<String, Map<String, Object>> route : described().entrySet()) {
            Set<String> takes = methods(route.getValue());
            for (String path : List.of(
                    route.getKey().replaceAll("\\{\\w+}", "x"), route.getKey().replaceAll("\\{\\w+}", "a%2Fb"))) {
                for (String method : ALL) {
                    if (takes.contains(method)) {
                        continue;
                    }
                    Response response = given().urlEncodingEnabled(false).request(method, path);
                    assertThat(response.statusCode()).as(method + " " + path).isEqualTo(405);
                    assertThat(allowed(response)).as(method + " " + path).isEqualTo(takes);
                    if (!method.equals("HEAD")) {
                        Problems.check(response, 405, "method-not-allowed", "it supports " + response.header("Allow"));
                    }
                    refused++;
                }
                Response options = given().urlEncodingEnabled(false).options(path);
                assertThat(options.statusCode()).as(path).isEqualTo(200);
                assertThat(allowed(options)).as(path).isEqualTo(takes);
            }
        }
        assertThat(refused).isEqualTo(2 * (7 * 6 + 2 * 7)); // two spellings; 7 paths take GET and HEAD, 2 take POST
    }

    @Test
    void audiences_areAskedForWithPost() {
        Problems.check(given().get("/v1/audiences"), 405, "method-not-allowed", "it supports POST, OPTIONS");
    }

    @Test
    void pathThatIsNotThere_takesNoMethodAtAll() {
        for (String method : List.of("GET", "POST", "OPTIONS", "DELETE")) {
            for (String path : List.of("/nope", "/v1/users/u1/nope", "/v1/events/nope", "/v1/nope")) {
                Response response = given().request(method, path);
                assertThat(response.statusCode()).as(method + " " + path).isEqualTo(404);
                Problems.check(response, 404, "path-unknown", "there is nothing at this path");
            }
        }
    }

    @Test
    void pageAndItsFiles_areOnlyRead() {
        for (String path : List.of("/", "/index.html", "/crossaisle.js", "/crossaisle.css")) {
            Response response = given().post(path);
            Problems.check(response, 405, "method-not-allowed", "it supports GET, HEAD");
            assertThat(response.header("Allow")).isEqualTo("GET, HEAD, OPTIONS");
        }
    }
}
