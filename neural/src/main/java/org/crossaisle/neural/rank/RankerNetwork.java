package org.crossaisle.neural.rank;

import java.util.stream.IntStream;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.crossaisle.neural.item.ItemVectors;
import org.crossaisle.neural.layer.Dropout;
import org.crossaisle.neural.layer.LayerNorm;
import org.crossaisle.neural.layer.Parameters;
import org.crossaisle.neural.tensor.TensorScope;
import org.crossaisle.neural.tensor.Values;

/**
 * A complete ranker: item vectors and the network that reads them.
 *
 * @param parameters parameters of both
 * @param items computes the item vectors
 * @param norm scales them to the length that a ranker expects
 * @param ranker scores the candidates
 * @param features computes features of candidates given histories
 * @param length number of most recent items to read
 */
record RankerNetwork(
        Parameters parameters, ItemVectors items, LayerNorm norm, Ranker ranker, ListFeatures features, int length) {
    /** The logits of some lists, for training: [lists, candidates]. */
    Tensor learn(CandidateLists lists, Dropout dropout) {
        Tensor vectors = items.ofKnown(dropout); // [known + 1, d]
        return logits(vectors, numbers(lists.latest()), numbers(lists.candidates()), lists, dropout);
    }

    /** The vectors of all items of a catalog, for inference: [items, d]. */
    Tensor vectors(int count) {
        float[] values;
        try (TensorScope scope = TensorScope.plain()) {
            values = Values.floats(items.of(IntStream.range(0, count).toArray()));
        }
        return Values.of(values, count, values.length / count);
    }

    /**
     * The logits of some lists, for inference: [lists, candidates].
     *
     * @param vectors the vectors of all items
     */
    Tensor answer(Tensor vectors, CandidateLists lists) {
        return logits(vectors, lists.latest(), lists.candidates(), lists, Dropout.NONE);
    }

    private int[] numbers(int... of) {
        return IntStream.of(of).map(items::number).toArray();
    }

    private Tensor logits(Tensor vectors, int[] latest, int[] candidates, CandidateLists lists, Dropout dropout) {
        long d = vectors.size(1);
        Tensor unit = norm.apply(vectors);
        Tensor histories = torch.embedding(unit, Values.of(latest)).view(lists.size(), length, d);
        Tensor asked = torch.embedding(unit, Values.of(candidates)).view(lists.size(), lists.count(), d);
        return ranker.logits(histories, asked, lists, dropout);
    }
}
