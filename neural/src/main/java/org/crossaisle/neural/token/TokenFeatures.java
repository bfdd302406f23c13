package org.crossaisle.neural.token;

import static org.crossaisle.neural.token.TimeGaps.BUCKETS;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.pytorch.Tensor;
import org.crossaisle.Help;
import org.crossaisle.history.History;
import org.crossaisle.neural.layer.Parameters;
import org.crossaisle.neural.tensor.Values;

/**
 * Learnt vectors that are added to the item vector of a token: for the time since the previous token, for the time
 * until the prediction, and for the action.
 *
 * <p>The time of the prediction is known: at inference it is the current time, in training it is the time of the event
 * that follows.
 *
 * <p>Source: the bucketed gaps follow Zhou et al., ATRank: An Attention-Based User Behavior Modeling Framework for
 * Recommendation, AAAI 2018, section 3.2.
 */
public final class TokenFeatures {
    private static final double DEVIATION = 0.02;

    /**
     * The features to use.
     *
     * @param times whether to use the times
     * @param actions whether to use the action
     */
    public record Settings(
            @Help("Reads the time between interactions.") boolean times,
            @Help("Reads the action.") boolean actions) {
        public static final Settings DEFAULTS = new Settings(false, false);
    }

    private final Settings settings;
    private final List<Tensor> times = new ArrayList<>(); // [BUCKETS, d]: since the previous token, to the next
    private final List<Tensor> actions = new ArrayList<>(); // [actions, d]

    /** @param kinds the number of actions there are */
    public TokenFeatures(Parameters parameters, Settings settings, int dimension, int kinds) {
        this.settings = settings;
        if (settings.times()) {
            times.add(parameters.normal("sinceLast", DEVIATION, BUCKETS, dimension));
            times.add(parameters.normal("untilNext", DEVIATION, BUCKETS, dimension));
        }
        if (settings.actions()) {
            actions.add(parameters.normal("actions", DEVIATION, kinds, dimension));
        }
    }

    /** The item vectors with the other features added: [rows, d]. */
    public Tensor addTo(Tensor items, Tokens tokens) {
        Tensor x = items;
        if (settings.times()) {
            x = x.add(times.get(0).index_select(0, Values.of(sinceLast(tokens))));
            x = x.add(times.get(1).index_select(0, Values.of(TimeGaps.untilNext(tokens))));
        }
        if (settings.actions()) {
            int[] codes = new int[tokens.actions().length];
            for (int row = 0; row < codes.length; row++) {
                codes[row] = tokens.actions()[row];
            }
            x = x.add(actions.get(0).index_select(0, Values.of(codes)));
        }
        return x;
    }

    private static int[] sinceLast(Tokens tokens) {
        int[] places = tokens.packing().fromStart();
        int[] buckets = new int[places.length];
        for (int row = 0; row < buckets.length; row++) {
            long before = places[row] == 0 ? History.NO_TIME : tokens.times()[row - 1];
            buckets[row] = TimeGaps.bucket(before, tokens.times()[row]);
        }
        return buckets;
    }
}
