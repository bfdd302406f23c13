package org.crossaisle.neural.item;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.crossaisle.Bounds;
import org.crossaisle.Help;
import org.crossaisle.neural.content.text.TitleTokens;
import org.crossaisle.neural.layer.Dropout;
import org.crossaisle.neural.layer.Linear;
import org.crossaisle.neural.layer.Parameters;
import org.crossaisle.neural.tensor.Values;

/**
 * A convolutional title encoder: filters over 1, 2 and 3 adjacent tokens, each max-pooled over the title.
 *
 * <p>A filter over n tokens is computed as n linear maps of single tokens whose results are shifted and added, so each
 * token passes through the maps only once.
 *
 * <p>Source: Kim, Convolutional Neural Networks for Sentence Classification, EMNLP 2014, section 2.
 */
public final class TitlePart implements ItemPart {
    private static final double DEVIATION = 0.1;
    private static final int[] WIDTHS = {1, 2, 3};

    /**
     * How titles are read.
     *
     * @param filters number of filters of each width; 0: titles are not read
     * @param tokenDimension length of a token's vector
     * @param dropout dropout rate of the filter outputs, in [0, 1)
     * @param tokens how titles are tokenised
     */
    public record Settings(
            @Help("Filters of each width, at least 0; 0: titles are not read.")
            int filters,

            @Help("Length of the vector of a token, at least 1.")
            int tokenDimension,

            @Help("Share of values set to 0 in training, in [0, 1).")
            double dropout,

            TitleTokens.Settings tokens) {
        public static final Settings NONE = new Settings(0, 32, 0.2, new TitleTokens.Settings(3, 30_000, 16));

        public Settings {
            Bounds.atLeast("filters", filters, 0);
            Bounds.atLeast("tokenDimension", tokenDimension, 1);
            Bounds.shareBelowOne("dropout", dropout);
        }

        /** Whether titles are not read. */
        public boolean isNone() {
            return filters == 0;
        }
    }

    private final Settings settings;
    private final TitleTokens tokens;
    private final Tensor vectors; // [tokens, e]; that of the padding is not used
    private final List<List<Linear>> filters = new ArrayList<>(); // [widths][width]
    private final Linear output;

    TitlePart(Parameters parameters, Settings settings, TitleTokens tokens, int dimension) {
        this.settings = settings;
        this.tokens = tokens;
        vectors = parameters.normal("tokens", DEVIATION, tokens.size(), settings.tokenDimension());
        for (int width : WIDTHS) {
            List<Linear> taps = new ArrayList<>();
            for (int tap = 0; tap < width; tap++) {
                taps.add(new Linear(
                        parameters.of("filter" + width + "." + tap),
                        settings.tokenDimension(),
                        settings.filters(),
                        DEVIATION));
            }
            filters.add(taps);
        }
        output = new Linear(parameters.of("title"), WIDTHS.length * settings.filters(), dimension);
    }

    @Override
    public OfItems of(int... items) {
        int length = settings.tokens().maximumLength();
        int[] all = new int[Math.multiplyExact(items.length, length)];
        float[] present = new float[all.length];
        for (int at = 0; at < items.length; at++) {
            int[] own = items[at] == NO_ITEM ? new int[0] : tokens.of(items[at]);
            for (int place = 0; place < own.length; place++) {
                all[at * length + place] = own[place];
                present[at * length + place] = 1;
            }
        }
        Tensor numbers = Values.of(all);
        Tensor flags = Values.of(present, items.length, length, 1);
        return dropout -> read(numbers, flags, dropout);
    }

    /** @param present 1 where there is a token: [items, length, 1] */
    private Tensor read(Tensor numbers, Tensor present, Dropout dropout) {
        long items = present.size(0);
        long length = present.size(1);
        Tensor x = torch.embedding(vectors, numbers).view(items, length, -1).mul(present); // [items, length, e]
        TensorVector greatest = new TensorVector();
        for (List<Linear> taps : filters) {
            Tensor sum = taps.get(0).apply(x); // [items, length, filters]
            for (int tap = 1; tap < taps.size() && tap < length; tap++) {
                Tensor shifted = taps.get(tap).apply(x.narrow(1, tap, length - tap));
                sum = sum.add(torch.constant_pad_nd(shifted, new long[] {0, 0, 0, tap}));
            }
            greatest.push_back(torch.relu(sum).mul(present).amax(new long[] {1}, false)); // [items, filters]
        }
        return output.apply(dropout.apply(torch.cat(greatest, 1), settings.dropout())); // [items, d]
    }
}
