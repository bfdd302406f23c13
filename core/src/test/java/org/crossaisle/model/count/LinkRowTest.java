package org.crossaisle.model.count;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

class LinkRowTest {
    @RepeatedTest(100)
    void bestLinks_areThoseOfAStableSort(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        LinkRow row = new LinkRow(30);
        for (int round = 0; round < 3; round++) { // a row is used again and again
            row.clear();
            List<Integer> linked = IntStream.range(0, 30)
                    .filter(item -> random.nextBoolean())
                    .boxed()
                    .toList();
            linked.forEach(item -> row.set(item, random.nextInt(5) - 2)); // many ties, both signs
            int most = 1 + random.nextInt(20);
            List<Integer> expected = linked.stream()
                    .sorted(Comparator.comparingDouble(item -> -Math.abs(row.weight(item))))
                    .limit(most)
                    .sorted()
                    .toList();
            row.keepBest(most);
            List<Integer> kept =
                    IntStream.range(0, row.size()).mapToObj(row::item).toList();
            assertThat(kept).isEqualTo(expected);
        }
    }
}
