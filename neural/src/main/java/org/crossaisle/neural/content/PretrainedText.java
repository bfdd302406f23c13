package org.crossaisle.neural.content;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The text encoders that come with the program, each with what its authors say of it.
 *
 * <p>Sources: Wang et al., MiniLM, NeurIPS 2020, and Reimers and Gurevych, Sentence-BERT, EMNLP 2019, for all-MiniLM-L6-v2
 * (mean over the tokens, 256 tokens); Xiao et al., C-Pack, SIGIR 2024, for bge-small (first token, 512 tokens). Weights in 8
 * bits.
 */
enum PretrainedText {
    MINILM("minilm", Language.ENGLISH, "all-minilm-l6-v2-q", 384, 256, Pooling.MEAN),
    BGE_SMALL_EN("bge-small-en", Language.ENGLISH, "bge-small-en-v1.5-q", 384, 512, Pooling.CLS),
    BGE_SMALL_ZH("bge-small-zh", Language.CHINESE, "bge-small-zh-v1.5-q", 512, 512, Pooling.CLS);

    private final String label;
    private final Language language;
    private final String resource;
    private final int dimension;
    private final int maximumTokens;
    private final Pooling pooling;

    PretrainedText(
            String label, Language language, String resource, int dimension, int maximumTokens, Pooling pooling) {
        this.label = label;
        this.language = language;
        this.resource = resource;
        this.dimension = dimension;
        this.maximumTokens = maximumTokens;
        this.pooling = pooling;
    }

    /** The name by which people ask for it. */
    String label() {
        return label;
    }

    /** What its model and its tokenizer are called on the class path, before their endings. */
    String resource() {
        return resource;
    }

    int dimension() {
        return dimension;
    }

    /** Longer texts are cut. */
    int maximumTokens() {
        return maximumTokens;
    }

    Pooling pooling() {
        return pooling;
    }

    static Optional<PretrainedText> named(String label) {
        return Arrays.stream(values()).filter(each -> each.label.equals(label)).findFirst();
    }

    /** The first that serves a language, empty when none does. */
    static Optional<PretrainedText> serving(Language language) {
        return Arrays.stream(values()).filter(each -> each.language == language).findFirst();
    }

    static List<String> labels() {
        return Arrays.stream(values()).map(PretrainedText::label).toList();
    }
}
