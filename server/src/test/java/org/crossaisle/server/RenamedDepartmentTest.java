package org.crossaisle.server;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/** A shop whose categories changed since the training. */
@QuarkusTest
@QuarkusTestResource(value = RenamedShop.class, restrictToAnnotatedClass = true)
class RenamedDepartmentTest {
    @Test
    void shop_saysWhatBecameOfItsCategories_andIsServed() {
        assertThat(given().get("/v1/shop").jsonPath().<String>getList("model.categoryChanges"))
                .contains("Sports is now Outdoors");
        assertThat(given().get("/v1/users/u0000003/recommendations?categories=Outdoors")
                        .jsonPath()
                        .getList("items"))
                .isNotEmpty();
    }
}
