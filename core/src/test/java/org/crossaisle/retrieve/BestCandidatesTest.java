package org.crossaisle.retrieve;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

class BestCandidatesTest {
    /** Offers come in any order of items and scores, with many ties; the reference is sorting everything. */
    @RepeatedTest(200)
    void keptAreTheBestOfAllOffered(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        int capacity = random.nextInt(60);
        BestCandidates best = new BestCandidates(capacity);
        List<Candidate> offered = new ArrayList<>();
        for (int item = 0; item < 150; item++) {
            offered.add(new Candidate(item, random.nextInt(repetition.getCurrentRepetition() % 2 == 0 ? 5 : 1_000)));
        }
        Collections.shuffle(offered, random);
        for (int at = 0; at < offered.size(); at++) {
            Candidate candidate = offered.get(at);
            List<Candidate> expected = best(offered.subList(0, at + 1), capacity);
            boolean wanted = best.wants(candidate.item(), candidate.score());
            assertThat(wanted).isEqualTo(expected.contains(candidate));
            if (wanted) {
                best.add(candidate.item(), candidate.score());
            }
            assertThat(best.bestFirst()).isEqualTo(expected);
        }
    }

    @RepeatedTest(100)
    void bestOfScores_areThoseOfSortingWhatIsAllowed(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        float[] scores = new float[1 + random.nextInt(60)];
        List<Candidate> allowed = new ArrayList<>();
        for (int item = 0; item < scores.length; item++) {
            scores[item] = random.nextInt(12) - 6; // with ties, negative ones too
            if (item % 3 != 0) {
                allowed.add(new Candidate(item, scores[item]));
            }
        }
        int count = 1 + random.nextInt(20);
        assertThat(BestCandidates.of(scores, count, item -> item % 3 != 0)).isEqualTo(best(allowed, count));
        assertThat(BestCandidates.of(scores, count, item -> false)).isEmpty();
    }

    private static List<Candidate> best(List<Candidate> offered, int capacity) {
        return offered.stream().sorted().limit(capacity).toList();
    }
}
