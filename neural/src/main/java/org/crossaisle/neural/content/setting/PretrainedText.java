package org.crossaisle.neural.content.setting;

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
public enum PretrainedText {
    MINILM("minilm", TitleLanguage.ENGLISH, "all-minilm-l6-v2-q", 384, 256, Pooling.MEAN),
    BGE_SMALL_EN("bge-small-en", TitleLanguage.ENGLISH, "bge-small-en-v1.5-q", 384, 512, Pooling.CLS),
    BGE_SMALL_ZH("bge-small-zh", TitleLanguage.CHINESE, "bge-small-zh-v1.5-q", 512, 512, Pooling.CLS);

    private final String label;
    private final TitleLanguage language;
    private final String resource;
    private final int dimension;
    private final int maximumTokens;
    private final Pooling pooling;

    PretrainedText(
            String label, TitleLanguage language, String resource, int dimension, int maximumTokens, Pooling pooling) {
        this.label = label;
        this.language = language;
        this.resource = resource;
        this.dimension = dimension;
        this.maximumTokens = maximumTokens;
        this.pooling = pooling;
    }

    /** The name by which people ask for it. */
    public String label() {
        return label;
    }

    /** What its model and its tokenizer are called on the class path, before their endings. */
    public String resource() {
        return resource;
    }

    public int dimension() {
        return dimension;
    }

    /** Longer texts are cut. */
    public int maximumTokens() {
        return maximumTokens;
    }

    public Pooling pooling() {
        return pooling;
    }

    public static Optional<PretrainedText> named(String label) {
        return Arrays.stream(values()).filter(each -> each.label.equals(label)).findFirst();
    }

    /** The first that serves a language, empty when none does. */
    public static Optional<PretrainedText> serving(TitleLanguage language) {
        return Arrays.stream(values()).filter(each -> each.language == language).findFirst();
    }

    public static List<String> labels() {
        return Arrays.stream(values()).map(PretrainedText::label).toList();
    }
}
