package org.crossaisle.server.problem;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;

/** What every problem document must be. */
public final class Problems {
    private Problems() {}

    public static void check(Response response, int status, String kind, String detail) {
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(status);
        assertThat(response.contentType()).startsWith("application/problem+json");
        assertThat(response.jsonPath().getString("type")).isEqualTo("urn:crossaisle:problem:" + kind);
        assertThat(response.jsonPath().getString("title")).isNotBlank();
        assertThat(response.jsonPath().getInt("status")).isEqualTo(status);
        assertThat(response.jsonPath().getString("detail")).contains(detail);
        assertThat(response.header("X-Content-Type-Options")).isEqualTo("nosniff");
    }
}
