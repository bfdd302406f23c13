package org.crossaisle.server;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A shop whose categories changed since the training. */
@QuarkusTest
@QuarkusTestResource(value = RenamedShop.class, restrictToAnnotatedClass = true)
class RenamedDepartmentTest {
    @TempDir
    static Path profile;

    @TestHTTPResource("/")
    String address;

    @Test
    void page_tellsOfTheChange() {
        try (Browser page = Browser.start(profile)) {
            page.open(address, 1280, 900);
            page.await("the change is shown", () -> page.count("#changes:not([hidden])") == 1);
            page.click("#changes summary");
            assertThat(page.texts("#changes li")).contains("Sports is now Outdoors");
            page.choose("#language", "zh");
            page.await("it is told in Chinese", () -> page.texts("#changes li").contains("Sports现为Outdoors"));
        }
    }

    @Test
    void shop_saysWhatBecameOfItsCategories_andIsServed() {
        JsonPath shop = given().get("/v1/shop").jsonPath();
        String change = "model.categoryChanges.find {it.before == 'Sports'}";
        assertThat(shop.getString(change + ".kind")).isEqualTo("renamed");
        assertThat(shop.getList(change + ".now.category")).containsExactly("Outdoors");
        assertThat(shop.getInt(change + ".now[0].items")).isPositive();
        assertThat(shop.getInt("model.movedItems")).isZero();
        assertThat(given().get("/v1/users/u0000003/recommendations?categories=Outdoors")
                        .jsonPath()
                        .getList("items"))
                .isNotEmpty();
    }
}
