package org.crossaisle.recommend.rerank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RerankersTest {
    private record Named(String name) implements RerankerProvider {
        @Override
        public String usage() {
            return name + ":WEIGHT";
        }

        @Override
        public String help() {
            return "a test";
        }

        @Override
        public String example() {
            return name + ":1";
        }

        @Override
        public Optional<Reranker> read(List<String> arguments) {
            return Optional.empty();
        }
    }

    @Test
    void builtInOnes_areFoundInTheOrderOfTheirNames() {
        assertThat(Rerankers.installed().providers())
                .extracting(RerankerProvider::name)
                .containsSubsequence("calibrated", "dpp", "mmr");
    }

    @Test
    void severalInOneText_areReadInTheirOrder() {
        assertThat(Rerankers.installed().read("mmr:0.5, calibrated:0.3,dpp:1:vectors"))
                .containsExactly(
                        new Mmr(0.5, Similarity.CATEGORIES), new Calibrated(0.3), new Dpp(1, Similarity.VECTORS));
    }

    @Test
    void unknownName_isRefusedWithTheFormsThereAre() {
        Rerankers two = Rerankers.of(List.of(new Named("near"), new Named("far")));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> two.read("nea:1"))
                .withMessage("diversity is \"nea:1\", must be one of far:WEIGHT, near:WEIGHT, or none; nearest: near");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> two.read("near:x"))
                .withMessage("diversity is \"near:x\", must be one of far:WEIGHT, near:WEIGHT, or none");
    }

    @Test
    void twoOfOneName_areRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Rerankers.of(List.of(new Named("mmr"), new Mmr.Provider())))
                .withMessageContaining("two re-rankers are named mmr")
                .withMessageContaining(Named.class.getName());
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "Far", "a:b", "a,b", ""})
    void nameThatTextCouldNotHold_isRefused(String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Rerankers.of(List.of(new Named(name))))
                .withMessageContaining("lower-case letters, digits and hyphens");
    }
}
