package org.crossaisle.model.boost;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Base64;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import org.crossaisle.RecsException;
import org.crossaisle.model.State;

/**
 * A sum of regression trees. At a node, a candidate goes left if its feature is below the threshold, or if it is NaN
 * and the node sends unknown values left; otherwise it goes right. A leaf has a value.
 *
 * <p>Immutable; threads may share it.
 */
public final class Trees {
    /** No tree: the sum is 0. */
    public static final Trees NONE = new Trees(new int[0], new int[0], new float[0]);

    private static final int LEAF = -1;
    private static final int FIELDS =
            3; // feature or LEAF, left child times two plus 1 if unknown goes left, right child

    private final int[] roots; // [trees], nodes; children come after their parents
    private final int[] nodes; // [nodes, FIELDS]
    private final float[] values; // [nodes], threshold or the value of a leaf

    private Trees(int[] roots, int[] nodes, float[] values) {
        this.roots = roots;
        this.nodes = nodes;
        this.values = values;
    }

    /** Builds trees node by node. For one thread. */
    public static final class Builder {
        private int[] roots = new int[16];
        private int[] nodes = new int[256];
        private float[] values = new float[128];
        private int trees;
        private int size;

        /** Starts a tree; the next node is its root, and node numbers start again at 0. */
        public void startTree() {
            roots = trees == roots.length ? Arrays.copyOf(roots, 2 * trees) : roots;
            roots[trees++] = size;
        }

        /**
         * Adds an inner node.
         *
         * @param left number of the left child within the tree
         * @param unknownLeft true when candidates whose feature is NaN go left
         */
        public void addQuestion(int feature, float threshold, int left, int right, boolean unknownLeft) {
            int root = roots[trees - 1];
            add(feature, 2 * (root + left) + (unknownLeft ? 1 : 0), root + right, threshold);
        }

        /** Adds a leaf. */
        public void addLeaf(float value) {
            add(LEAF, 0, 0, value);
        }

        private void add(int feature, int left, int right, float value) {
            if (size == values.length) {
                values = Arrays.copyOf(values, 2 * size);
                nodes = Arrays.copyOf(nodes, 2 * size * FIELDS);
            }
            nodes = nodes.length < (size + 1) * FIELDS ? Arrays.copyOf(nodes, 2 * nodes.length + FIELDS) : nodes;
            nodes[size * FIELDS] = feature;
            nodes[size * FIELDS + 1] = left;
            nodes[size * FIELDS + 2] = right;
            values[size++] = value;
        }

        /**
         * The trees.
         *
         * @throws IllegalArgumentException when a child is not a later node of the trees
         */
        public Trees build() {
            return checked(
                    Arrays.copyOf(roots, trees), Arrays.copyOf(nodes, size * FIELDS), Arrays.copyOf(values, size));
        }
    }

    private static Trees checked(int[] roots, int[] nodes, float[] values) {
        boolean fits = nodes.length == FIELDS * values.length
                && Arrays.stream(roots).allMatch(root -> root >= 0 && root < values.length);
        for (int node = 0; node < values.length && fits; node++) {
            int left = nodes[node * FIELDS + 1] >> 1;
            int right = nodes[node * FIELDS + 2];
            fits = nodes[node * FIELDS] == LEAF
                    || (nodes[node * FIELDS] >= 0
                            && left > node
                            && left < values.length
                            && right > node
                            && right < values.length);
        }
        if (!fits) {
            throw new IllegalArgumentException(
                    "trees of " + values.length + " nodes have a child that is not a later one of them");
        }
        return new Trees(roots, nodes, values);
    }

    /** The number of trees. */
    public int size() {
        return roots.length;
    }

    /** The largest feature number used, -1 when none is. */
    public int lastFeature() {
        int last = -1;
        for (int node = 0; node < values.length; node++) {
            last = Math.max(last, nodes[node * FIELDS]);
        }
        return last;
    }

    /** The sum of the trees for a candidate whose features start at {@code from}. */
    public float sum(float[] features, int from) {
        float sum = 0;
        for (int tree = 0; tree < roots.length; tree++) {
            sum += value(tree, features, from);
        }
        return sum;
    }

    /** The value of one tree. */
    public float value(int tree, float[] features, int from) {
        int node = roots[tree];
        while (nodes[node * FIELDS] != LEAF) {
            float feature = features[from + nodes[node * FIELDS]];
            int left = nodes[node * FIELDS + 1];
            boolean goesLeft = Float.isNaN(feature) ? (left & 1) == 1 : feature < values[node];
            node = goesLeft ? left >> 1 : nodes[node * FIELDS + 2];
        }
        return values[node];
    }

    /** All trees as named arrays. */
    public State state() {
        return new State().put("roots", roots).put("nodes", nodes).put("values", values);
    }

    /** Reads what {@link #state()} wrote. */
    public static Trees load(State state) {
        try {
            return checked(state.ints("roots"), state.ints("nodes"), state.floats("values"));
        } catch (IllegalArgumentException e) {
            throw new RecsException(RecsException.Code.ARTIFACT_UNREADABLE, String.valueOf(e.getMessage()), e);
        }
    }

    /** All trees as one word, for a settings file; empty when there is no tree. */
    public String text() {
        if (roots.length == 0) {
            return "";
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(new DeflaterOutputStream(bytes))) {
            out.writeInt(roots.length);
            for (int root : roots) {
                out.writeInt(root);
            }
            out.writeInt(values.length);
            for (int node : nodes) {
                out.writeInt(node);
            }
            for (float value : values) {
                out.writeFloat(value);
            }
        } catch (IOException e) {
            throw new IllegalStateException("writing to memory failed", e);
        }
        return Base64.getEncoder().withoutPadding().encodeToString(bytes.toByteArray());
    }

    /**
     * Reads what {@link #text()} wrote.
     *
     * @throws IllegalArgumentException when the text is not of this form
     */
    public static Trees parse(String text) {
        if (text.isEmpty()) {
            return NONE;
        }
        byte[] bytes = Base64.getDecoder().decode(text);
        try (DataInputStream in = new DataInputStream(new InflaterInputStream(new ByteArrayInputStream(bytes)))) {
            int[] roots = ints(in.readInt(), in);
            int size = in.readInt();
            int[] nodes = ints(Math.multiplyExact(size, FIELDS), in);
            float[] values = new float[size];
            for (int node = 0; node < size; node++) {
                values[node] = in.readFloat();
            }
            return checked(roots, nodes, values);
        } catch (IOException | ArithmeticException e) {
            throw new IllegalArgumentException("the trees are cut short or damaged", e);
        }
    }

    private static int[] ints(int size, DataInputStream in) throws IOException {
        if (size < 0) {
            throw new IOException("a length is " + size);
        }
        int[] values = new int[size];
        for (int at = 0; at < size; at++) {
            values[at] = in.readInt();
        }
        return values;
    }
}
