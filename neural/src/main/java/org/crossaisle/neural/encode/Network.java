package org.crossaisle.neural.encode;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.bytedeco.pytorch.Tensor;
import org.crossaisle.dataset.RequestTime;
import org.crossaisle.neural.item.ItemVectors;
import org.crossaisle.neural.layer.Dropout;
import org.crossaisle.neural.layer.Parameters;
import org.crossaisle.neural.predict.Predictor;
import org.crossaisle.neural.tensor.Values;
import org.crossaisle.neural.token.Behaviour;
import org.crossaisle.neural.token.TokenFeatures;
import org.crossaisle.neural.token.Tokens;

/**
 * A complete network: item vectors, a user encoder that reads them, and a predictor that scores a user's vector against
 * an item's.
 *
 * @param parameters the parameters of all parts
 * @param items computes the item vectors
 * @param features features of a token beside its item
 * @param users encodes histories
 * @param predictor predicts the interest
 * @param categories predicts the next category, where the settings ask for it
 * @param maximumLength number of most recent interactions to read
 * @param requestTime the time that tokens give for the prediction of the following item, in training and at inference
 */
public record Network(
        Parameters parameters,
        ItemVectors items,
        TokenFeatures features,
        UserEncoder users,
        Predictor predictor,
        Optional<CategoryHead> categories,
        int maximumLength,
        RequestTime requestTime) {
    /** A network whose tokens give the time of the event that follows them. */
    public Network(
            Parameters parameters,
            ItemVectors items,
            TokenFeatures features,
            UserEncoder users,
            Predictor predictor,
            Optional<CategoryHead> categories,
            int maximumLength) {
        this(parameters, items, features, users, predictor, categories, maximumLength, RequestTime.TARGET);
    }

    /** The same network with another request time. */
    public Network withRequestTime(RequestTime moment) {
        return new Network(parameters, items, features, users, predictor, categories, maximumLength, moment);
    }

    /**
     * The user vectors after each token, before the predictor: [rows, d], or [rows, interests, d] if a user has
     * several.
     *
     * @param items the vectors of the tokens' items: [rows, d]
     */
    public Tensor encode(Tensor items, Tokens tokens, Dropout dropout) {
        Tokens visible = requestTime == RequestTime.LAST_EVENT ? tokens.atEventTimes() : tokens;
        return users.encode(features.addTo(items, visible), visible, dropout);
    }

    /**
     * The user vectors after each behaviour, mapped by the predictor, for inference: [behaviours * interests, d'], with
     * those of one user adjacent.
     *
     * @param vectors vectors of all items, before the predictor: [items, d]
     * @param behaviours each with at least one item
     */
    public Tensor answer(Tensor vectors, List<Behaviour> behaviours) {
        return answer(items -> vectors.index_select(0, Values.of(items)), behaviours);
    }

    /**
     * The same with item vectors computed on demand.
     *
     * @param vectors gives the vectors of some items, before the predictor: [items] to [items, d]
     */
    public Tensor answer(Function<int[], Tensor> vectors, List<Behaviour> behaviours) {
        return predictor.users(last(vectors, behaviours));
    }

    /**
     * The log-probabilities of the next category after each behaviour, for inference: [behaviours, categories].
     * Requires a category head.
     *
     * @param vectors vectors of all items, before the predictor: [items, d]
     * @param behaviours each with at least one item
     */
    public Tensor nextCategories(Tensor vectors, List<Behaviour> behaviours) {
        return categories
                .orElseThrow()
                .logProbabilities(last(items -> vectors.index_select(0, Values.of(items)), behaviours));
    }

    /** The user vectors after each behaviour, before the predictor: [behaviours * interests, d]. */
    private Tensor last(Function<int[], Tensor> vectors, List<Behaviour> behaviours) {
        Tokens tokens = Tokens.toAnswer(
                behaviours.stream().map(each -> each.latest(maximumLength)).toList());
        Tensor items = vectors.apply(tokens.items()); // [rows, d]
        return encode(items, tokens, Dropout.NONE)
                .index_select(0, Values.of(tokens.packing().lastRows()))
                .reshape(-1, items.size(1));
    }

    /**
     * The scores of all items after each behaviour, for inference: [behaviours, items].
     *
     * @param vectors vectors of all items, before the predictor: [items, d]
     * @param compared the same vectors mapped by the predictor: [items, d']
     * @param behaviours each with at least one item
     */
    public Tensor scores(Tensor vectors, Tensor compared, List<Behaviour> behaviours) {
        return best(answer(vectors, behaviours).mm(compared.t()));
    }

    /** The maximum of the scores over the vectors of each user: [users * interests, items] to [users, items]. */
    public Tensor best(Tensor scores) {
        return users.interests() == 1
                ? scores
                : scores.view(-1, users.interests(), scores.size(1)).amax(new long[] {1}, false);
    }
}
