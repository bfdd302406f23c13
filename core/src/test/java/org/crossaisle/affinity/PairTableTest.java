package org.crossaisle.affinity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PairTableTest {
    @Test
    void pairs_keepTheirNumbersWhileTheTableGrows() {
        PairTable table = new PairTable();
        Map<List<Integer>, Integer> reference = new HashMap<>();
        Random random = new Random(3);
        for (int at = 0; at < 100_000; at++) {
            int first = random.nextInt(300);
            int second = random.nextInt(300);
            Integer known = reference.putIfAbsent(List.of(first, second), reference.size());
            assertThat(table.find(first, second)).isEqualTo(known == null ? PairTable.NONE : known);
            assertThat(table.add(first, second)).isEqualTo(known == null ? reference.size() - 1 : known);
        }
        assertThat(table.size()).isEqualTo(reference.size()).isGreaterThan(50_000);
        reference.forEach((pair, number) -> {
            assertThat(table.first(number)).isEqualTo(pair.get(0));
            assertThat(table.second(number)).isEqualTo(pair.get(1));
        });
    }
}
