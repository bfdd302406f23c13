package org.crossaisle.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TextTableTest {
    /** The first and last of each block of characters that terminals show two columns wide. */
    private static final int[][] WIDE = {
        {0x1100, 0x115F},
        {0x2E80, 0xA4CF},
        {0xAC00, 0xD7A3},
        {0xF900, 0xFAFF},
        {0xFE30, 0xFE6F},
        {0xFF00, 0xFF60},
        {0xFFE0, 0xFFE6},
        {0x1F300, 0x1FAFF},
        {0x20000, 0x3FFFD}
    };

    @Test
    void table_isAlignedWhateverTheScript() {
        String table = TextTable.of(List.of(List.of("recipe", "n"), List.of("双塔", "10"), List.of("x", "7")));
        List<String> lines = table.lines().toList();
        assertThat(lines).extracting(TextTable::width).containsOnly(10);
    }

    @Test
    void wideCharacters_takeTwoColumns_andTheirNeighboursOne() {
        for (int[] block : WIDE) {
            assertThat(TextTable.width(Character.toString(block[0])))
                    .as("%x", block[0])
                    .isEqualTo(2);
            assertThat(TextTable.width(Character.toString(block[1])))
                    .as("%x", block[1])
                    .isEqualTo(2);
            assertThat(TextTable.width(Character.toString(block[0] - 1)))
                    .as("%x", block[0] - 1)
                    .isLessThan(2);
            assertThat(TextTable.width(Character.toString(block[1] + 1)))
                    .as("%x", block[1] + 1)
                    .isLessThan(2);
        }
    }

    @Test
    void marksAndJoiners_takeNone() {
        assertThat(TextTable.width("e\u0301")).isEqualTo(1); // a combining accent
        assertThat(TextTable.width("a\u200Db")).isEqualTo(2); // a zero-width joiner
        assertThat(TextTable.width("a\u20DD")).isEqualTo(1); // an enclosing circle
        assertThat(TextTable.width("")).isZero();
    }

    @Test
    void firstColumnIsToTheLeft_othersToTheRight() {
        assertThat(TextTable.of(List.of(List.of("recipe", "n"), List.of("茶", "10")))
                        .lines())
                .containsExactly("recipe   n", "茶      10");
    }
}
