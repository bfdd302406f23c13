package org.crossaisle.neural.sequence;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.bytedeco.pytorch.Tensor;
import org.crossaisle.RecsException;
import org.crossaisle.dataset.Dataset;
import org.crossaisle.dataset.RequestTime;
import org.crossaisle.model.Model;
import org.crossaisle.model.Query;
import org.crossaisle.model.State;
import org.crossaisle.model.VectorModel;
import org.crossaisle.neural.content.vector.ContentVectors;
import org.crossaisle.neural.encode.Network;
import org.crossaisle.neural.tensor.TensorScope;
import org.crossaisle.neural.tensor.Values;
import org.crossaisle.neural.token.Behaviour;

/**
 * A trained network with the precomputed vectors of all items. A history without any readable item, such as an empty
 * one, gets the vector of the average user.
 *
 * <p>Threads may share it.
 */
public final class EncodedModel implements VectorModel {
    /** The key under which the content of items is stored. */
    static final String CONTENT = "content";

    private static final String LAST_EVENT = "askedAtLastEvent";

    private static final int CHUNK = 512;

    /** Number of users from which the average user is computed. */
    private static final int AVERAGED_USERS = 4096;

    private final Network network;
    private final int[] known; // the numbers of the items known in training
    private final Tensor vectors; // [items, d], as input of the encoder
    private final Tensor compared; // [items, d'], as mapped by the predictor
    private final float[] rows; // [items, d'], the same in one array
    private final float[] emptyUser; // [interests, d']
    private final float[] emptyCategories; // [categories]: log-probabilities, if the network predicts categories
    private final int items;
    private final int interests;
    private final int dimension; // d'

    private EncodedModel(Network network, int[] known, int items, float[] emptyUser, float[] emptyCategories) {
        this.network = network;
        this.known = known;
        this.items = items;
        interests = network.users().interests();
        float[] read;
        try (TensorScope scope = TensorScope.plain()) {
            Tensor all = network.items().of(IntStream.range(0, items).toArray());
            read = Values.floats(all);
            rows = Values.floats(network.predictor().items(all));
        }
        vectors = Values.of(read, items, read.length / items);
        dimension = rows.length / items;
        compared = Values.of(rows, items, dimension);
        this.emptyUser = emptyUser.length == 0 ? new float[interests * dimension] : emptyUser.clone();
        this.emptyCategories = emptyCategories.length == 0 ? new float[categoriesOf(network)] : emptyCategories.clone();
    }

    /**
     * The model of a network that was trained on {@code data}; an empty history gets the average vector of its users.
     */
    public static EncodedModel fitted(Network network, Dataset data, BitSet known) {
        int[] numbers = known.stream().toArray();
        int items = data.catalog().size();
        EncodedModel model = new EncodedModel(network, numbers, items, new float[0], new float[0]);
        List<Query> queries = new ArrayList<>();
        int step = Math.max(1, data.users() / AVERAGED_USERS);
        for (int user = 0; user < data.users(); user += step) {
            if (Behaviour.isReadable(data.history(user), items)) {
                queries.add(Query.of(data.history(user), data.latestTime()));
            }
        }
        float[] average = new float[model.emptyUser.length];
        double[] shares = new double[model.emptyCategories.length];
        for (int from = 0; from < queries.size(); from += CHUNK) {
            List<Query> some = queries.subList(from, Math.min(queries.size(), from + CHUNK));
            float[] users = model.users(some);
            for (int at = 0; at < users.length; at++) {
                average[at % average.length] += users[at] / queries.size();
            }
            if (shares.length > 0) {
                for (float[] logProbabilities : model.logCategories(some)) {
                    for (int category = 0; category < shares.length; category++) {
                        shares[category] += Math.exp(logProbabilities[category]) / queries.size();
                    }
                }
            }
        }
        float[] logShares = new float[shares.length];
        for (int category = 0; category < shares.length; category++) {
            logShares[category] = (float) Math.log(Math.max(shares[category], Float.MIN_NORMAL));
        }
        return new EncodedModel(network, numbers, items, average, logShares);
    }

    private static int categoriesOf(Network network) {
        return network.categories().map(head -> head.categoryNumbers().size()).orElse(0);
    }

    /** Returns the encoded model inside a model: the inverse of {@link #wrap()}. */
    public static EncodedModel unwrap(Model model) {
        return model.as(EncodedModel.class)
                .orElseThrow(() -> new IllegalArgumentException(
                        "the model is a " + model.getClass().getName() + ", not one that a deep recipe has fitted"));
    }

    /**
     * This model with the interfaces it supports: {@link VectorModel} if it has one vector per user, and category
     * predictions if the network makes them.
     */
    public Model wrap() {
        if (network.categories().isPresent()) {
            return new CategoryPredictingModel(this, network.categories().get().categoryNumbers());
        }
        return interests == 1 ? this : new MultiInterestModel(this);
    }

    /**
     * Restores a model from its {@link #state()}.
     *
     * @param network creates the untrained network for the items known in training
     */
    static EncodedModel load(Function<BitSet, Network> network, State state, int items) {
        BitSet known = new BitSet();
        int[] numbers = state.ints("known");
        int fittedItems = state.ints("items")[0];
        for (int item : numbers) {
            known.set(item);
        }
        if (fittedItems != items) {
            throw new RecsException(
                    RecsException.Code.ARTIFACT_UNREADABLE,
                    "the model was trained on a catalog of " + fittedItems + " items, this one has " + items);
        }
        Network restored = network.apply(known).withRequestTime(requestTime(state));
        restored.parameters().all().forEach((name, tensor) -> {
            float[] values = state.floats(name);
            if (values.length != tensor.numel()) {
                throw new RecsException(
                        RecsException.Code.ARTIFACT_UNREADABLE,
                        "the model's " + name + " has " + values.length
                                + " values, this catalog and these settings need " + tensor.numel()
                                + "; the catalog has changed since the training");
            }
            Values.fill(tensor, values);
        });
        return new EncodedModel(
                restored,
                numbers,
                items,
                state.floats("empty"),
                restored.categories().isPresent() ? state.floats("emptyCategories") : new float[0]);
    }

    /** The request time of the tokens. The state holds it only if it is not the default. */
    public static RequestTime requestTime(State state) {
        return state.blocks().containsKey(LAST_EVENT) ? RequestTime.LAST_EVENT : RequestTime.TARGET;
    }

    /** Stores the value that {@link #requestTime(State)} reads. */
    public static void putRequestTime(Network network, State state) {
        if (network.requestTime() == RequestTime.LAST_EVENT) {
            state.put(LAST_EVENT, 1);
        }
    }

    /** The network that computes the vectors. */
    public Network network() {
        return network;
    }

    /** The vectors of all items as input of the encoder, in row-major order: [items, d]. */
    public float[] readVectors() {
        return Values.floats(vectors);
    }

    /** The length of each vector in {@link #readVectors()}. */
    public int readDimension() {
        return (int) vectors.size(1);
    }

    /** The vector of the average user. */
    public float[] emptyUser() {
        return emptyUser.clone();
    }

    @Override
    public int items() {
        return items;
    }

    @Override
    public int dimension() {
        return dimension;
    }

    @Override
    public void encode(Query query, float[] vector) {
        encode(List.of(query), new float[][] {vector});
    }

    @Override
    public void encode(List<Query> queries, float[][] into) {
        float[] users = users(queries);
        for (int row = 0; row < into.length; row++) {
            System.arraycopy(users, row * dimension, into[row], 0, dimension);
        }
    }

    /** The vectors of some users, in row-major order: [queries, interests, d']. */
    float[] users(List<Query> queries) {
        List<Behaviour> behaviours = new ArrayList<>();
        List<Integer> places = new ArrayList<>();
        float[] users = new float[queries.size() * emptyUser.length];
        for (int row = 0; row < queries.size(); row++) {
            Query query = queries.get(row);
            Behaviour behaviour = Behaviour.of(query.history(), query.time(), items);
            if (behaviour.size() > 0) {
                behaviours.add(behaviour);
                places.add(row);
            } else {
                System.arraycopy(emptyUser, 0, users, row * emptyUser.length, emptyUser.length);
            }
        }
        if (behaviours.isEmpty()) {
            return users;
        }
        try (TensorScope scope = TensorScope.plain()) {
            float[] answered = Values.floats(network.answer(vectors, behaviours));
            for (int at = 0; at < places.size(); at++) {
                System.arraycopy(
                        answered, at * emptyUser.length, users, places.get(at) * emptyUser.length, emptyUser.length);
            }
        }
        return users;
    }

    /** The log-probabilities of the next category: [queries][categories]. */
    float[][] logCategories(List<Query> queries) {
        float[][] logProbabilities = new float[queries.size()][];
        List<Behaviour> behaviours = new ArrayList<>();
        List<Integer> places = new ArrayList<>();
        for (int row = 0; row < logProbabilities.length; row++) {
            Query query = queries.get(row);
            Behaviour behaviour = Behaviour.of(query.history(), query.time(), items);
            if (behaviour.size() > 0) {
                behaviours.add(behaviour);
                places.add(row);
            } else {
                logProbabilities[row] = emptyCategories.clone();
            }
        }
        if (!behaviours.isEmpty()) {
            try (TensorScope scope = TensorScope.plain()) {
                Tensor all = Values.onCpu(network.nextCategories(vectors, behaviours)); // [behaviours, categories]
                for (int at = 0; at < places.size(); at++) {
                    logProbabilities[places.get(at)] = Values.floats(all.select(0, at));
                }
            }
        }
        return logProbabilities;
    }

    @Override
    public void itemVector(int item, float[] vector) {
        System.arraycopy(rows, item * dimension, vector, 0, dimension);
    }

    @Override
    public void score(Query query, float[] scores) {
        score(List.of(query), new float[][] {scores});
    }

    @Override
    public void score(List<Query> queries, float[][] scores) {
        for (int from = 0; from < queries.size(); from += CHUNK) {
            List<Query> chunk = queries.subList(from, Math.min(queries.size(), from + CHUNK));
            try (TensorScope scope = TensorScope.plain()) {
                Tensor users = Values.of(users(chunk), (long) chunk.size() * interests, dimension);
                Tensor all = Values.onCpu(network.best(users.mm(compared.t()))); // [chunk, items]
                for (int row = 0; row < chunk.size(); row++) {
                    Values.copy(all.select(0, row), scores[from + row]);
                }
            }
        }
    }

    @Override
    public State state() {
        State state = new State();
        state.putAll(CONTENT, ContentVectors.state(network.items().contents()));
        network.parameters()
                .all()
                .forEach((name, tensor) -> state.put(name, new State.Floats(tensor.shape(), Values.floats(tensor))));
        putRequestTime(network, state);
        if (network.categories().isPresent()) {
            state.put("emptyCategories", emptyCategories);
        }
        return state.put("empty", emptyUser).put("known", known).put("items", items);
    }
}
