package org.crossaisle.neural.interest;

import java.util.List;
import org.bytedeco.pytorch.EmbeddingImpl;
import org.bytedeco.pytorch.LinearImpl;
import org.bytedeco.pytorch.Module;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.crossaisle.neural.tensor.Values;

/**
 * A small text encoder: the mean of the token vectors, followed by one linear layer and tanh. Tokens outside the
 * vocabulary are skipped; a text without any known token has the zero vector before the linear layer.
 *
 * <p>Source: Iyyer et al., Deep Unordered Composition Rivals Syntactic Methods for Text Classification, ACL 2015.
 */
public final class TokenEncoder extends Encoder<List<String>> {
    private final List<String> vocabulary;
    private final Module weights = new Module("tokens");
    private final EmbeddingImpl embedding;
    private final LinearImpl linear;

    /**
     * @param vocabulary all known tokens, in any language
     * @param dimension length of the vector
     */
    public TokenEncoder(List<String> vocabulary, int dimension) {
        super(dimension);
        this.vocabulary = vocabulary.stream().distinct().sorted().toList();
        this.embedding = weights.register_module("embedding", new EmbeddingImpl(this.vocabulary.size(), dimension));
        this.linear = weights.register_module("linear", new LinearImpl(dimension, dimension));
    }

    @Override
    Tensor encode(List<List<String>> inputs) {
        TensorVector means = new TensorVector();
        for (List<String> tokens : inputs) {
            long[] known = tokens.stream()
                    .mapToInt(vocabulary::indexOf)
                    .filter(token -> token >= 0)
                    .asLongStream()
                    .toArray();
            means.push_back(
                    known.length == 0
                            ? Values.onCpu(new float[dimension()], 1, dimension())
                            : embedding.forward(Values.onCpu(known)).mean(new long[] {0}, true, Floats.SAME_TYPE));
        }
        return torch.tanh(linear.forward(torch.cat(means, 0))); // [inputs, dimension]
    }

    @Override
    Module weights() {
        return weights;
    }
}
