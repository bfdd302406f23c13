package org.crossaisle.recommend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.crossaisle.action.Action;
import org.crossaisle.catalog.Catalog;
import org.crossaisle.dataset.DatasetBuilder;
import org.crossaisle.history.History;
import org.crossaisle.model.Model;
import org.crossaisle.model.Query;
import org.crossaisle.model.State;
import org.crossaisle.recommend.crossing.Crossing;
import org.crossaisle.recommend.rerank.Achievement;
import org.crossaisle.recommend.rerank.CandidateGains;
import org.crossaisle.recommend.rerank.CandidatePool;
import org.crossaisle.recommend.rerank.CandidatePools;
import org.crossaisle.recommend.rerank.RerankContext;
import org.crossaisle.recommend.rerank.Reranker;
import org.crossaisle.recommend.rerank.RerankerContract;
import org.crossaisle.recommend.rerank.RerankerProvider;
import org.crossaisle.recommend.rerank.Reranking;
import org.junit.jupiter.api.Test;

/** A re-ranker from outside the package: each category of the level once before any comes twice. */
class OwnRerankerTest extends RerankerContract {
    // tag::own-reranker
    /** Gives each category of the level a bonus until the list has an item of it. */
    record Variety(double bonus) implements Reranker {
        @Override
        public Reranking start(RerankContext context) {
            CandidatePool pool = context.pool();
            BitSet listed = new BitSet(); // categories of the list so far
            CandidateGains gains = new CandidateGains() {
                @Override
                public double of(int candidate) {
                    int[] categories = context.level().of(pool.item(candidate));
                    boolean isNew = IntStream.of(categories).anyMatch(category -> !listed.get(category));
                    return pool.value(candidate) + (isNew ? bonus : 0);
                }

                @Override
                public void chosen(int candidate) {
                    IntStream.of(context.level().of(pool.item(candidate))).forEach(listed::set);
                }
            };
            return new Reranking(
                    gains,
                    "categories",
                    list -> IntStream.of(list)
                            .flatMap(at -> IntStream.of(context.level().of(pool.item(at))))
                            .distinct()
                            .count());
        }

        @Override
        public String toString() {
            return "variety:" + bonus;
        }
    }
    // end::own-reranker

    private static final class VarietyProvider implements RerankerProvider {
        @Override
        public String name() {
            return "variety";
        }

        @Override
        public String usage() {
            return "variety:BONUS";
        }

        @Override
        public String help() {
            return "each category once before any comes twice";
        }

        @Override
        public String example() {
            return "variety:1.0";
        }

        @Override
        public Optional<Reranker> read(List<String> arguments) {
            return arguments.size() == 1
                    ? Optional.of(new Variety(Double.parseDouble(arguments.get(0))))
                    : Optional.empty();
        }
    }

    @Override
    protected RerankerProvider provider() {
        return new VarietyProvider();
    }

    @Test
    void ownReranker_isAppliedAndReported() {
        // All items of A score higher than those of B and C. Item 0 is in the history, so the list is taken from the
        // others.
        Catalog catalog = CandidatePools.catalog("A", "A", "A", "A", "A", "B", "C");
        DatasetBuilder builder = new DatasetBuilder(catalog);
        builder.startUser();
        builder.add(0, 1, Action.PURCHASE);
        Recommender recommender = Recommender.of(new Descending(7), builder.build());
        Query query = Query.of(History.ofItems(0), History.NO_TIME).withCount(4);
        Recommendations answer = recommender.recommend(query, Crossing.any(0).rerankedBy(new Variety(1)));
        assertThat(answer.list()).extracting(Recommendation::item).containsExactly(1, 5, 6, 2);
        // On the common scale the candidates 1 to 6 have 1, .8, .6, .4, .2, 0. The list has the mean (1 + .2 + 0 + .8)
        // / 4 =
        // .5, the one before it (1 + .8 + .6 + .4) / 4 = .7.
        Achievement step = answer.steps().get(0);
        assertThat(step.step()).isEqualTo("variety:1.0");
        assertThat(step.measure()).isEqualTo("categories");
        assertThat(step.before()).isEqualTo(1);
        assertThat(step.after()).isEqualTo(3);
        assertThat(step.cost()).isCloseTo(0.2, within(1e-12));
    }

    private record Descending(int items) implements Model {
        @Override
        public void score(Query query, float[] scores) {
            for (int item = 0; item < items; item++) {
                scores[item] = -item;
            }
        }

        @Override
        public State state() {
            return new State();
        }
    }
}
