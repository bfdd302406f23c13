package org.crossaisle.io.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.crossaisle.RecsException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseUrlTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://ann:hunter2@host/shop",
                "jdbc:postgresql://host/shop?password=hunter2",
                "jdbc:mysql://host/shop?useSSL=true&user=hunter2",
                "jdbc:mysql://host/shop?trustStorePassword=hunter2",
                "jdbc:mariadb://host/shop?keyPassword=hunter2"
            })
    void secretInTheAddress_isRefused_andNotShown(String url) {
        assertThatThrownBy(() -> new DatabaseUrl(url))
                .isInstanceOf(RecsException.class)
                .hasMessageContaining("CROSSAISLE_DATABASE_PASSWORD")
                .hasMessageNotContaining("hunter2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"jdbc:sqlite:shop.db", "jdbc:postgresql:shop", "jdbc:h2:mem:", "jdbc:postgresql://host"})
    void otherDatabases_areRefusedByName(String url) {
        assertThatThrownBy(() -> new DatabaseUrl(url)).hasMessageContaining("jdbc:postgresql://HOST/DATABASE");
    }

    @Test
    void parameters_areKeptForTheDriver_andNotShown() {
        DatabaseUrl url = new DatabaseUrl("jdbc:postgresql://host:5433/shop?sslmode=require");
        assertThat(url.shown()).isEqualTo("postgresql://host:5433/shop");
        assertThat(url.forDriver()).endsWith("?sslmode=require");
        assertThat(new DatabaseUrl("jdbc:mysql://host/shop?sslMode=trust").forDriver())
                .startsWith("jdbc:mariadb://host/shop?sslMode=trust&");
    }
}
