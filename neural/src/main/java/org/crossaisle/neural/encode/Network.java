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
 * Item vectors, a user encoder that reads them, and the predictor that tells from a user's vector and an item's how well they
 * match.
 *
 * @param parameters of all of them
 * @param items makes the vectors of items
 * @param features what tokens tell beside their item
 * @param users reads histories
 * @param predictor of the interest
 * @param categories tells beside it which category comes next, where that is asked for
 * @param maximumLength how many of the latest interactions are read
 * @param requestTime what tokens tell of the moment at which what follows them is asked for, in training as in answering
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
    /** One whose tokens tell when what follows them is to happen. */
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

    /** The same network, whose tokens tell of another moment. */
    public Network askedAt(RequestTime moment) {
        return new Network(parameters, items, features, users, predictor, categories, maximumLength, moment);
    }

    /**
     * The user vectors after each token, before the predictor: [rows, d], or [rows, interests, d] where a user has several.
     *
     * @param items the vectors of the tokens' items: [rows, d]
     */
    public Tensor encode(Tensor items, Tokens tokens, Dropout dropout) {
        Tokens told = requestTime == RequestTime.LAST_EVENT ? tokens.askedAtTheirOwnTimes() : tokens;
        return users.encode(features.addTo(items, told), told, dropout);
    }

    /**
     * The user vectors after each behaviour, as the predictor compares them with items, for inference:
     * [behaviours * interests, d'], those of one user beside each other.
     *
     * @param vectors of all items, before the predictor: [items, d]
     * @param behaviours each with at least one item
     */
    public Tensor answer(Tensor vectors, List<Behaviour> behaviours) {
        return answer(items -> vectors.index_select(0, Values.of(items)), behaviours);
    }

    /**
     * The same where the vectors of some items are made when they are asked for.
     *
     * @param vectors of some items, before the predictor: [items] to [items, d]
     */
    public Tensor answer(Function<int[], Tensor> vectors, List<Behaviour> behaviours) {
        return predictor.users(last(vectors, behaviours));
    }

    /**
     * The logarithms of the probabilities of the categories that come next after each behaviour, for inference:
     * [behaviours, categories]. Only where there is a head for them.
     *
     * @param vectors of all items, before the predictor: [items, d]
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
     * @param vectors of all items, before the predictor: [items, d]
     * @param compared the same behind it: [items, d']
     * @param behaviours each with at least one item
     */
    public Tensor scores(Tensor vectors, Tensor compared, List<Behaviour> behaviours) {
        return best(answer(vectors, behaviours).mm(compared.t()));
    }

    /** Of the scores of a user's several vectors the greatest: [users * interests, items] to [users, items]. */
    public Tensor best(Tensor scores) {
        return users.interests() == 1
                ? scores
                : scores.view(-1, users.interests(), scores.size(1)).amax(new long[] {1}, false);
    }
}
