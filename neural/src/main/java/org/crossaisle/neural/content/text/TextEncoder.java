package org.crossaisle.neural.content.text;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.onnxruntime.OnnxJavaType;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.crossaisle.RecsException;
import org.crossaisle.neural.content.setting.Pooling;
import org.crossaisle.neural.content.vector.ContentEncoder;
import org.crossaisle.neural.content.vector.OnnxNetwork;

/**
 * A loaded text encoder: tokenizer, network and pooling. Vectors are scaled to length 1.
 *
 * <p>Each call encodes one text. The 8-bit networks scale their activations by the largest value, so in a batch the
 * vector of a text would depend on the other texts.
 */
final class TextEncoder implements ContentEncoder<String> {
    private static final String IDS = "input_ids";
    private static final String MASK = "attention_mask";
    private static final String TYPES = "token_type_ids";
    private static final String SENTENCE = "sentence_embedding";

    static {
        // Stops the tokenizer's library from reporting usage to its makers and from asking the network for a GPU
        // variant.
        System.setProperty("OPT_OUT_TRACKING", "true");
        System.setProperty("RUST_FLAVOR", "cpu");
    }

    private final OnnxNetwork network;
    private final HuggingFaceTokenizer tokenizer;
    private final Pooling pooling;
    private final String output;

    /** @throws RecsException INPUT_UNREADABLE if network or tokenizer are invalid or not of the kind needed */
    TextEncoder(TextModel model) {
        pooling = model.pooling();
        network = new OnnxNetwork(model.source(), model.network());
        boolean fits = network.inputs().contains(IDS)
                && network.inputs().contains(MASK)
                && network.inputs().stream()
                        .allMatch(input -> (input.equals(IDS) || input.equals(MASK) || input.equals(TYPES))
                                && network.inputShape(input, OnnxJavaType.INT64).length == 2);
        if (!fits) {
            throw network.refusedInputs(
                    IDS + " and " + MASK + ", and " + TYPES + " or not, each INT64 [texts, tokens], and no other");
        }
        output = network.output(
                network.outputs().contains(SENTENCE)
                        ? SENTENCE
                        : network.outputs().contains("last_hidden_state") ? "last_hidden_state" : "");
        tokenizer = tokenizer(model);
    }

    private static HuggingFaceTokenizer tokenizer(TextModel model) {
        String tokens = String.valueOf(model.maximumTokens());
        try {
            return HuggingFaceTokenizer.newInstance(
                    new ByteArrayInputStream(model.tokenizer()),
                    Map.of("padding", "false", "truncation", "true", "maxLength", tokens, "modelMaxLength", tokens));
        } catch (IOException | RuntimeException e) {
            throw new RecsException(
                    RecsException.Code.INPUT_UNREADABLE,
                    "the tokenizer of " + model.source() + " cannot be read; expected a tokenizer.json of the"
                            + " Hugging Face tokenizers: " + e.getMessage(),
                    e);
        }
    }

    @Override
    public Optional<float[]> encode(String text) {
        Encoding tokens = tokenizer.encode(text);
        Map<String, Object> inputs = new HashMap<>();
        inputs.put(IDS, new long[][] {tokens.getIds()}); // [1, tokens]
        inputs.put(MASK, new long[][] {tokens.getAttentionMask()});
        if (network.inputs().contains(TYPES)) {
            inputs.put(TYPES, new long[][] {tokens.getTypeIds()});
        }
        OnnxNetwork.Output found = network.run(inputs, output); // [1, tokens, d] or [1, d]
        long[] shape = found.shape();
        if (shape.length == 3) {
            return Optional.of(normalised(pooling.pool(found.values(), Math.toIntExact(shape[2]))));
        } else if (shape.length == 2) {
            return Optional.of(normalised(found.values()));
        }
        throw network.refusedOutput(output, found, "[texts, tokens, dimension] or [texts, dimension]");
    }

    private static float[] normalised(float... vector) {
        double squares = 0;
        for (float value : vector) {
            squares += (double) value * value;
        }
        float length = (float) Math.sqrt(squares);
        if (length > 0) {
            for (int at = 0; at < vector.length; at++) {
                vector[at] /= length;
            }
        }
        return vector;
    }

    @Override
    public void close() {
        tokenizer.close();
        network.close();
    }
}
