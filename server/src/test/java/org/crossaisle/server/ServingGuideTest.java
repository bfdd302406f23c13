package org.crossaisle.server;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Every call that docs/serving.md shows is answered as it says. */
@QuarkusTest
@QuarkusTestResource(TrainedShop.class)
class ServingGuideTest {
    private static final Pattern CALL = Pattern.compile(
            "^ {4}curl (?:-H '[^']*' -d '([^']*)' )?'http://127\\.0\\.0\\.1:8080([^']*)'(?: +# (\\d+))?$");

    @Test
    void everyCall_isAnsweredAsTheGuideSays() throws IOException {
        int called = 0;
        for (String line : Files.readAllLines(Path.of("..", "docs", "serving.md"))) {
            if (!line.startsWith("    curl")) {
                continue;
            }
            Matcher call = CALL.matcher(line);
            assertThat(call.matches()).as(line).isTrue();
            boolean posts = call.group(1) != null;
            Response response = posts
                    ? given().contentType("application/json")
                            .body(call.group(1))
                            .post(call.group(2))
                    : given().urlEncodingEnabled(false).get(call.group(2));
            int expected = call.group(3) != null ? Integer.parseInt(call.group(3)) : posts ? 202 : 200;
            assertThat(response.statusCode())
                    .as("%s: %s", line, response.asString())
                    .isEqualTo(expected);
            assertThat(response.contentType())
                    .as(line)
                    .startsWith(expected >= 400 ? "application/problem+json" : "application/json");
            called++;
        }
        assertThat(called).isEqualTo(16);
    }
}
