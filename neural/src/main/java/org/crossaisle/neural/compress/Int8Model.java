package org.crossaisle.neural.compress;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.bytedeco.pytorch.Tensor;
import org.crossaisle.RecsException;
import org.crossaisle.model.Int8VectorModel;
import org.crossaisle.model.Int8Vectors;
import org.crossaisle.model.Query;
import org.crossaisle.model.State;
import org.crossaisle.neural.encode.Network;
import org.crossaisle.neural.sequence.EncodedModel;
import org.crossaisle.neural.tensor.TensorScope;
import org.crossaisle.neural.tensor.Values;
import org.crossaisle.neural.token.Behaviour;

/**
 * A trained network with 8-bit item vectors, used both to read histories and to score items. A history without any
 * readable item gets the vector of the average user.
 *
 * <p>Threads may share it.
 */
final class Int8Model implements Int8VectorModel {
    /*
     * The weights of linear layers are quantised to 8 bits and stored so on disk. In memory they are floats again,
     * because an 8-bit product is no faster at the size of a user encoder, which is small compared with the item
     * vectors.
     */
    private static final int CHUNK = 512;

    private static final String ITEMS = "items.";
    private static final String VECTORS = "vectors";

    private final Network network; // knows no item
    private final Map<String, Int8Vectors> layers; // rows of the weights, by parameter name
    private final Int8Vectors read; // [items, d], as input of the encoder
    private final Int8Vectors compared; // [items, d'], as mapped by the predictor
    private final float[] emptyUser; // [d']

    private Int8Model(Network network, Map<String, Int8Vectors> layers, Int8Vectors read, float[] emptyUser) {
        this.network = network;
        this.layers = new LinkedHashMap<>(layers);
        this.read = read;
        this.emptyUser = emptyUser;
        Map<String, Tensor> parameters = network.parameters().all();
        layers.forEach((name, rows) -> Values.fill(Objects.requireNonNull(parameters.get(name)), rows.floats()));
        try (TensorScope scope = TensorScope.plain()) {
            float[] plain = read.floats();
            float[] mapped = Values.floats(network.predictor().items(Values.of(plain, read.size(), read.dimension())));
            compared = Arrays.equals(plain, mapped) ? read : Int8Vectors.of(mapped, mapped.length / read.size());
        }
    }

    /**
     * A quantised model.
     *
     * @param emptyNetwork the untrained network of the same recipe, without items
     */
    static Int8Model of(EncodedModel model, Network emptyNetwork, boolean layers) {
        Map<String, Int8Vectors> rounded = new LinkedHashMap<>();
        Map<String, Tensor> trained = model.network().parameters().all();
        Network network = emptyNetwork.withRequestTime(model.network().requestTime());
        network.parameters().all().forEach((name, tensor) -> {
            Tensor from = trained.get(name);
            if (from != null && !name.startsWith(ITEMS)) {
                Values.fill(tensor, Values.floats(from));
                if (layers && isLayer(name, tensor)) {
                    rounded.put(name, Int8Vectors.of(Values.floats(from), (int) from.size(1)));
                }
            }
        });
        return new Int8Model(
                network, rounded, Int8Vectors.of(model.readVectors(), model.readDimension()), model.emptyUser());
    }

    /** Restores a model from its {@link #state()}. */
    static Int8Model load(Network emptyNetwork, State state, int items, boolean layers) {
        Int8Vectors vectors = Int8Vectors.read(state, VECTORS);
        if (vectors.size() != items) {
            throw unreadable("the model has vectors of " + vectors.size() + " items, this catalog has " + items);
        }
        Map<String, Int8Vectors> rounded = new LinkedHashMap<>();
        emptyNetwork.parameters().all().forEach((name, tensor) -> {
            if (!name.startsWith(ITEMS)) {
                float[] values;
                if (layers && isLayer(name, tensor)) {
                    Int8Vectors rows = Int8Vectors.read(state, name);
                    rounded.put(name, rows);
                    values = rows.floats();
                } else {
                    values = state.floats(name);
                }
                if (values.length != tensor.numel()) {
                    throw unreadable("the model's " + name + " has " + values.length + " values, these settings need "
                            + tensor.numel());
                }
                Values.fill(tensor, values);
            }
        });
        return new Int8Model(
                emptyNetwork.withRequestTime(EncodedModel.requestTime(state)), rounded, vectors, state.floats("empty"));
    }

    private static RecsException unreadable(String what) {
        return new RecsException(RecsException.Code.ARTIFACT_UNREADABLE, what);
    }

    /** Whether a parameter is the weight matrix of a linear layer. */
    private static boolean isLayer(String name, Tensor tensor) {
        return tensor.dim() == 2 && Pruning.isWeight(name);
    }

    @Override
    public int items() {
        return read.size();
    }

    @Override
    public int dimension() {
        return compared.dimension();
    }

    @Override
    public Int8Vectors itemVectors() {
        return compared;
    }

    @Override
    public void itemVector(int item, float[] vector) {
        compared.copy(item, vector, 0);
    }

    @Override
    public void encode(Query query, float[] vector) {
        encode(List.of(query), new float[][] {vector});
    }

    @Override
    public void encode(List<Query> queries, float[][] into) {
        List<Behaviour> behaviours = new ArrayList<>();
        List<Integer> places = new ArrayList<>();
        for (int row = 0; row < queries.size(); row++) {
            Query query = queries.get(row);
            Behaviour behaviour = Behaviour.of(query.history(), query.time(), items());
            if (behaviour.size() > 0) {
                behaviours.add(behaviour);
                places.add(row);
            } else {
                System.arraycopy(emptyUser, 0, into[row], 0, emptyUser.length);
            }
        }
        if (behaviours.isEmpty()) {
            return;
        }
        try (TensorScope scope = TensorScope.plain()) {
            float[] answered = Values.floats(network.answer(this::vectors, behaviours));
            for (int at = 0; at < places.size(); at++) {
                System.arraycopy(answered, at * emptyUser.length, into[places.get(at)], 0, emptyUser.length);
            }
        }
    }

    /** The vectors of some items: [items, d]. */
    private Tensor vectors(int... items) {
        float[] rows = new float[items.length * read.dimension()];
        for (int at = 0; at < items.length; at++) {
            read.copy(items[at], rows, at * read.dimension());
        }
        return Values.of(rows, items.length, read.dimension());
    }

    @Override
    public void score(Query query, float[] scores) {
        score(List.of(query), new float[][] {scores});
    }

    @Override
    public void score(List<Query> queries, float[][] scores) {
        for (int from = 0; from < queries.size(); from += CHUNK) {
            int first = from;
            List<Query> chunk = queries.subList(from, Math.min(queries.size(), from + CHUNK));
            float[][] users = new float[chunk.size()][dimension()];
            encode(chunk, users);
            IntStream.range(0, users.length).parallel().forEach(row -> score(users[row], scores[first + row]));
        }
    }

    private void score(float[] user, float[] scores) {
        Int8Vectors one = Int8Vectors.of(user, user.length);
        for (int item = 0; item < read.size(); item++) {
            scores[item] = compared.dot(item, one, 0);
        }
    }

    @Override
    public State state() {
        State state = new State();
        read.putInto(state, VECTORS);
        network.parameters().all().forEach((name, tensor) -> {
            Int8Vectors rows = layers.get(name);
            if (rows != null) {
                rows.putInto(state, name);
            } else if (!name.startsWith(ITEMS)) {
                state.put(name, new State.Floats(tensor.shape(), Values.floats(tensor)));
            }
        });
        EncodedModel.putRequestTime(network, state);
        return state.put("empty", emptyUser);
    }
}
