package org.crossaisle.neural.content.setting;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The built-in text encoders, each with the settings its authors give.
 *
 * <p>Sources: Wang et al., MiniLM, NeurIPS 2020, and Reimers and Gurevych, Sentence-BERT, EMNLP 2019, for
 * all-MiniLM-L6-v2 (mean over the tokens, 256 tokens); Xiao et al., C-Pack, SIGIR 2024, for bge-small (first token, 512
 * tokens). The weights are quantised to 8 bits.
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

    /** The name used in settings. */
    public String label() {
        return label;
    }

    /** The base name of its model and tokenizer on the class path, without extensions. */
    public String resource() {
        return resource;
    }

    public int dimension() {
        return dimension;
    }

    /** Maximum number of tokens; longer texts are cut. */
    public int maximumTokens() {
        return maximumTokens;
    }

    public Pooling pooling() {
        return pooling;
    }

    public static Optional<PretrainedText> named(String label) {
        return Arrays.stream(values()).filter(each -> each.label.equals(label)).findFirst();
    }

    /** The first encoder for a language; empty if there is none. */
    public static Optional<PretrainedText> serving(TitleLanguage language) {
        return Arrays.stream(values()).filter(each -> each.language == language).findFirst();
    }

    public static List<String> labels() {
        return Arrays.stream(values()).map(PretrainedText::label).toList();
    }
}
