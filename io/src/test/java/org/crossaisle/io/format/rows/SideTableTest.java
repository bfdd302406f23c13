package org.crossaisle.io.format.rows;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

class SideTableTest {
    /** The reference is a map of lists. */
    @RepeatedTest(20)
    void rowsAreFoundByTheirKey_inTheOrderInWhichTheyWereAdded(RepetitionInfo repetition) {
        SplittableRandom random = new SplittableRandom(repetition.getCurrentRepetition());
        Map<String, List<List<String>>> expected = new HashMap<>();
        SideTable table = new SideTable(2);
        int rows = random.nextInt(5_000);
        for (int row = 0; row < rows; row++) {
            String key = "k" + random.nextInt(1 + rows / 2);
            List<String> values = List.of("ä" + row, random.nextBoolean() ? "" : "数" + row);
            table.add(key, values);
            expected.computeIfAbsent(key, unseen -> new ArrayList<>()).add(values);
        }
        assertThat(table.rows()).isEqualTo(rows);
        expected.forEach((key, found) -> assertThat(table.find(key)).as(key).isEqualTo(found));
        assertThat(table.find("none")).isEmpty();
    }
}
