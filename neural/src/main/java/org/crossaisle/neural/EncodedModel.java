package org.crossaisle.neural;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.bytedeco.pytorch.Tensor;
import org.crossaisle.RecsException;
import org.crossaisle.dataset.Dataset;
import org.crossaisle.history.History;
import org.crossaisle.model.Query;
import org.crossaisle.model.State;
import org.crossaisle.model.VectorModel;
import org.crossaisle.neural.encode.Histories;
import org.crossaisle.neural.encode.Network;
import org.crossaisle.neural.tensor.Scope;
import org.crossaisle.neural.tensor.Values;

/**
 * A trained network with the vectors of all items worked out. A history of which nothing can be read, such as an empty one,
 * has the vector of the average user.
 *
 * <p>Threads may share it.
 */
final class EncodedModel implements VectorModel {
    private static final int CHUNK = 512;

    /** So many users make the average one. */
    private static final int AVERAGED_USERS = 4096;

    private final Network network;
    private final int[] known; // the numbers of the items seen in training
    private final Tensor vectors; // [items, d]
    private final float[] rows; // [items, d], the same in one array
    private final float[] emptyUser; // [d]
    private final int items;
    private final int dimension;

    private EncodedModel(Network network, int[] known, int items, float[] emptyUser) {
        this.network = network;
        this.known = known;
        this.emptyUser = emptyUser.clone();
        this.items = items;
        dimension = emptyUser.length;
        try (Scope scope = Scope.plain()) {
            rows = Values.floats(network.items().of(IntStream.range(0, items).toArray()));
        }
        vectors = Values.of(rows, items, dimension);
    }

    /** The model of a network that was trained on {@code data}; an empty history is the average of its users. */
    static EncodedModel fitted(Network network, Dataset data, BitSet known) {
        int[] numbers = known.stream().toArray();
        int items = data.catalog().size();
        int dimension = Math.toIntExact(network.items().of(0).size(1));
        EncodedModel model = new EncodedModel(network, numbers, items, new float[dimension]);
        List<Query> queries = new ArrayList<>();
        int step = Math.max(1, data.users() / AVERAGED_USERS);
        for (int user = 0; user < data.users(); user += step) {
            if (Histories.readable(data.history(user), items).length > 0) {
                queries.add(Query.of(data.history(user), History.NO_TIME));
            }
        }
        float[][] users = new float[queries.size()][dimension];
        for (int from = 0; from < users.length; from += CHUNK) {
            int to = Math.min(users.length, from + CHUNK);
            model.encode(queries.subList(from, to), Arrays.copyOfRange(users, from, to));
        }
        float[] average = new float[dimension];
        for (float[] user : users) {
            for (int at = 0; at < dimension; at++) {
                average[at] += user[at] / users.length;
            }
        }
        return new EncodedModel(network, numbers, items, average);
    }

    /**
     * The model that {@link #state()} was taken from.
     *
     * @param network makes the untrained network for the items known in training
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
        Network restored = network.apply(known);
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
        return new EncodedModel(restored, numbers, items, state.floats("empty"));
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
        List<Integer> places = new ArrayList<>();
        for (int row = 0; row < into.length; row++) {
            if (Histories.readable(queries.get(row).history(), items).length > 0) {
                places.add(row);
            } else {
                System.arraycopy(emptyUser, 0, into[row], 0, dimension);
            }
        }
        if (places.isEmpty()) {
            return;
        }
        try (Scope scope = Scope.plain()) {
            float[] users = Values.floats(Histories.encode(
                    network,
                    vectors,
                    places.stream().map(row -> queries.get(row).history()).toList()));
            for (int at = 0; at < places.size(); at++) {
                System.arraycopy(users, at * dimension, into[places.get(at)], 0, dimension);
            }
        }
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
            float[][] users = new float[chunk.size()][dimension];
            encode(chunk, users);
            try (Scope scope = Scope.plain()) {
                Tensor all =
                        Values.of(concatenated(users), chunk.size(), dimension).mm(vectors.t()); // [chunk, items]
                for (int row = 0; row < chunk.size(); row++) {
                    Values.copy(all.select(0, row), scores[from + row]);
                }
            }
        }
    }

    private float[] concatenated(float[][] users) {
        float[] all = new float[users.length * dimension];
        for (int row = 0; row < users.length; row++) {
            System.arraycopy(users[row], 0, all, row * dimension, dimension);
        }
        return all;
    }

    @Override
    public State state() {
        State state = new State();
        network.parameters()
                .all()
                .forEach((name, tensor) -> state.put(name, new State.Floats(tensor.shape(), Values.floats(tensor))));
        return state.put("empty", emptyUser).put("known", known).put("items", items);
    }
}
