package org.crossaisle.neural.content.text;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.crossaisle.RecsException;
import org.crossaisle.neural.content.setting.Pooling;
import org.crossaisle.neural.content.setting.PretrainedText;
import org.crossaisle.neural.content.vector.ContentHash;
import org.crossaisle.neural.content.vector.OnnxNetwork;

/** The files and settings of a text encoder that is not yet loaded: network, tokenizer, and how to use them. */
final class TextModel {
    static final String TOKENIZER = "tokenizer.json";
    /**
     * Maximum number of tokens for a model supplied by the user: enough for a title, and within the limits of the usual
     * models.
     */
    private static final int OWN_MAXIMUM_TOKENS = 256;

    private final String name;
    private final String source;
    private final byte[] network;
    private final byte[] tokenizer;
    private final Pooling pooling;
    private final int maximumTokens;

    private TextModel(
            String name, String source, byte[] network, byte[] tokenizer, Pooling pooling, int maximumTokens) {
        this.name = name;
        this.source = source;
        this.network = network;
        this.tokenizer = tokenizer;
        this.pooling = pooling;
        this.maximumTokens = maximumTokens;
    }

    static TextModel of(PretrainedText encoder) {
        return new TextModel(
                encoder.label(),
                encoder.label(),
                resource(encoder.resource() + ".onnx"),
                resource(encoder.resource() + "-tokenizer.json"),
                encoder.pooling(),
                encoder.maximumTokens());
    }

    /**
     * A model supplied by the user.
     *
     * @param file an ONNX file, with {@value #TOKENIZER} in the same directory
     */
    static TextModel of(Path file, Pooling pooling) {
        Path absolute = file.toAbsolutePath().normalize();
        return new TextModel(
                String.valueOf(absolute.getFileName()),
                absolute.toString(),
                OnnxNetwork.bytes(
                        absolute,
                        "the ONNX file of a text encoder, which items.content.text names, or one of the encoders "
                                + PretrainedText.labels()),
                OnnxNetwork.bytes(
                        absolute.resolveSibling(TOKENIZER),
                        "the " + TOKENIZER + " of the Hugging Face tokenizers that belongs to " + absolute
                                + ", beside it"),
                pooling,
                OWN_MAXIMUM_TOKENS);
    }

    private static byte[] resource(String path) {
        try (InputStream in = TextModel.class.getResourceAsStream("/" + path)) {
            if (in == null) {
                throw new RecsException(
                        RecsException.Code.UNSUPPORTED,
                        path + " is not on the class path; it comes with langchain4j-embeddings");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new RecsException(RecsException.Code.INPUT_UNREADABLE, path + " cannot be read: " + e, e);
        }
    }

    /** The name, for file names. */
    String name() {
        return name;
    }

    /** The name or the path of the model, for messages. */
    String source() {
        return source;
    }

    byte[] network() {
        return network;
    }

    byte[] tokenizer() {
        return tokenizer;
    }

    Pooling pooling() {
        return pooling;
    }

    int maximumTokens() {
        return maximumTokens;
    }

    /** Distinguishes the vectors of this model from those of any other: its name, and a hash of all its parts. */
    String identity() {
        MessageDigest digest = ContentHash.sha256();
        digest.update(network);
        digest.update(tokenizer);
        digest.update((pooling + " " + maximumTokens).getBytes(StandardCharsets.UTF_8));
        return name + "-" + HexFormat.of().formatHex(digest.digest(), 0, 8);
    }
}
