package org.crossaisle.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ItemTest {
    @Test
    void label_isTheTitleOnOneLine_orTheId() {
        assertThat(Item.of("i1", " Tea,\r\n\tred\u2028\u001b[31m pot ").label()).isEqualTo("Tea, red [31m pot");
        assertThat(Item.of("i1", "绿茶 🍵").label()).isEqualTo("绿茶 🍵");
        assertThat(Item.of("i1", "").label()).isEqualTo("i1");
        assertThat(Item.of("i1", "\n").label()).isEqualTo("i1");
    }
}
