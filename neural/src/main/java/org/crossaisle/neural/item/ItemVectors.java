package org.crossaisle.neural.item;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.ScalarTypeOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.crossaisle.Bounds;
import org.crossaisle.Help;
import org.crossaisle.catalog.Catalog;
import org.crossaisle.neural.content.setting.ContentSettings;
import org.crossaisle.neural.content.text.TitleTokens;
import org.crossaisle.neural.content.vector.ContentVectors;
import org.crossaisle.neural.layer.Dropout;
import org.crossaisle.neural.layer.LayerNorm;
import org.crossaisle.neural.layer.Parameters;
import org.crossaisle.neural.tensor.Values;

/**
 * The item vectors: for each item the sum of a vector learnt for that item alone, one for each of its features, and one
 * computed from its content.
 *
 * <p>An item without a training event has no vector of its own and uses a shared one instead. In training, other items
 * use the shared vector at random too, so that it learns to stand in for an item's own vector; a new item is then close
 * to similar items. <i>Known</i> items are those with a training event; they have dense numbers of their own, from 0.
 */
public final class ItemVectors {
    private static final double DEVIATION = 0.02;
    private static final double EPSILON = 1e-8;
    private static final long[] ROW = {1};

    /** Initial scale of the content vectors, in each dimension. */
    private static final double CONTENT_SCALE = 0.1;

    /**
     * The components of item vectors.
     *
     * @param features whether to use the catalog's features
     * @param idDropout probability that an item uses the shared vector in training, in [0, 1)
     * @param levelDropout probability that the deeper categories of an item are dropped in training, in [0, 1)
     * @param ownShare maximum length of an item's own vector relative to its content vector, for items with content; 0:
     *     no limit
     * @param content which vectors of texts, pictures and other content to use
     * @param titles how the network itself reads titles
     */
    public record Settings(
            @Help("Uses the categories, brand and attributes of items.")
            boolean features,

            @Help("How often an item uses the shared vector in training, in [0, 1).")
            double idDropout,

            @Help("How often an item loses its deeper categories in training, in [0, 1).")
            double levelDropout,

            @Help("Longest own vector relative to that of the content, at least 0; 0: no limit.")
            double ownShare,

            @Help("Texts, pictures and other content that is used.")
            ContentSettings content,

            @Help("A network that reads titles.") TitlePart.Settings titles) {
        public static final Settings DEFAULTS = of(true, 0.1);

        public Settings {
            Bounds.shareBelowOne("idDropout", idDropout);
            Bounds.shareBelowOne("levelDropout", levelDropout);
            Bounds.notNegative("ownShare", ownShare);
        }

        /** Without content. */
        public static Settings of(boolean features, double idDropout) {
            return new Settings(features, idDropout, 0, 0, ContentSettings.NOTHING, TitlePart.Settings.NONE);
        }

        /** With vectors of content. */
        public Settings with(ContentSettings other) {
            return new Settings(features, idDropout, levelDropout, ownShare, other, titles);
        }

        /** With titles read by this many filters of each width. */
        public Settings withTitles(int filters) {
            return new Settings(
                    features,
                    idDropout,
                    levelDropout,
                    ownShare,
                    content,
                    new TitlePart.Settings(filters, titles.tokenDimension(), titles.dropout(), titles.tokens()));
        }

        /** With a limit on the length of the own vector. */
        public Settings withOwnShare(double other) {
            return new Settings(features, idDropout, levelDropout, other, content, titles);
        }
    }

    private final Settings settings;
    private final int[] known; // [known items]: known number -> item number
    private final int[] numbers; // [items]: item number -> known number, the shared vector for unknown items
    private final Tensor ids; // [known items + 1, d], the shared vector last
    private final FeaturePart featurePart;
    private final List<ItemPart> plain = new ArrayList<>(); // added as they are
    private final List<ItemPart> content = new ArrayList<>(); // summed and normalised
    private final List<LayerNorm> norms = new ArrayList<>(); // one if there is content
    private final List<ContentVectors> found;
    private final PreparedItems everyKnown; // the known items, then an unknown one

    /**
     * Untrained vectors.
     *
     * @param found the content vectors that the settings ask for
     */
    public ItemVectors(
            Parameters parameters,
            Settings settings,
            int dimension,
            Catalog catalog,
            BitSet knownItems,
            List<ContentVectors> found) {
        this.settings = settings;
        this.found = List.copyOf(found);
        known = knownItems.stream().toArray();
        numbers = new int[catalog.size()];
        Arrays.fill(numbers, known.length);
        for (int number = 0; number < known.length; number++) {
            numbers[known[number]] = number;
        }
        ids = parameters.normal("ids", DEVIATION, known.length + 1, dimension);
        ItemFeatures features = new ItemFeatures(catalog, settings.features() ? knownItems : new BitSet());
        featurePart = new FeaturePart(parameters, features, settings.levelDropout(), dimension);
        plain.add(featurePart);
        if (!found.isEmpty()) {
            content.add(new ContentPart(parameters, found, dimension));
        }
        if (!settings.titles().isNone()) {
            TitleTokens tokens =
                    new TitleTokens(catalog, knownItems, settings.titles().tokens());
            content.add(new TitlePart(parameters, settings.titles(), tokens, dimension));
        }
        if (!content.isEmpty()) {
            norms.add(new LayerNorm(parameters.of("contentNorm"), dimension, CONTENT_SCALE));
        }
        everyKnown = prepare(itemsOf(IntStream.rangeClosed(0, known.length).toArray()));
    }

    /**
     * Copies what other vectors of the same catalog have learnt of items and features, so that every item gets the
     * vector it has there. An item known there keeps its own vector, an item known only here starts with the shared
     * one, and a feature known only here starts with 0. Layers that read content have the same parameters in both and
     * are not copied.
     */
    public void take(ItemVectors other) {
        int[] rows = new int[known.length + 1];
        for (int number = 0; number < known.length; number++) {
            rows[number] = other.numbers[known[number]];
        }
        rows[known.length] = other.known.length;
        Values.fill(ids, Values.floats(other.ids.index_select(0, Values.of(rows))));
        featurePart.take(other.featurePart);
    }

    /**
     * Whether {@link #take} finds an own vector in the other vectors, by known number, with the shared vector last:
     * [known + 1].
     */
    public boolean[] idsAlsoOf(ItemVectors other) {
        boolean[] also = new boolean[known.length + 1];
        for (int number = 0; number < known.length; number++) {
            also[number] = other.numbers[known[number]] < other.known.length;
        }
        also[known.length] = true;
        return also;
    }

    /** The same for features, by row of their vectors. */
    public boolean[] featuresAlsoOf(ItemVectors other) {
        return featurePart.alsoOf(other.featurePart);
    }

    /** Number of parameters for these known items of a catalog; exact without content, else approximate. */
    public static long parameters(Settings settings, int dimension, Catalog catalog, BitSet knownItems) {
        int features = new ItemFeatures(catalog, settings.features() ? knownItems : new BitSet()).size();
        return (long) dimension * (knownItems.cardinality() + 1 + features + 1);
    }

    /** The content vectors in use. */
    public List<ContentVectors> contents() {
        return found;
    }

    /** Number of known items. */
    public int known() {
        return known.length;
    }

    /** The item numbers of the known items: [known]. */
    public int[] knownItems() {
        return known.clone();
    }

    /** The known items as a set of item numbers. */
    public BitSet knownSet() {
        BitSet set = new BitSet();
        IntStream.of(known).forEach(set::set);
        return set;
    }

    /** The known number of an item, or {@link #known()} if it has none. */
    public int number(int item) {
        return numbers[item];
    }

    /** The vectors of all known items, followed by that of an unknown item, for training: [known + 1, d]. */
    public Tensor ofKnown(Dropout dropout) {
        Tensor own = ids;
        if (dropout.isActive() && settings.idDropout() > 0) {
            Tensor shared = ids.narrow(0, known.length, 1); // [1, d]
            own = shared.add(ids.sub(shared).mul(kept(dropout, known.length + 1)));
        }
        return everyKnown.addTo(own, dropout);
    }

    /**
     * The vectors of some items, for training: [numbers, d].
     *
     * @param some distinct known numbers; {@link #known()} is an unknown item
     * @param sparse whether the gradient of the items' own vectors has rows for these items only
     */
    public Tensor ofKnown(int[] some, Dropout dropout, boolean sparse) {
        Tensor own = torch.embedding(ids, Values.of(some), -1, false, sparse); // [numbers, d]
        if (dropout.isActive() && settings.idDropout() > 0) {
            Tensor shared = torch.embedding(ids, Values.of(new int[] {known.length}), -1, false, sparse); // [1, d]
            own = shared.add(own.sub(shared).mul(kept(dropout, some.length)));
        }
        return prepare(itemsOf(some)).addTo(own, dropout);
    }

    /** The vectors of some items, for inference: [items, d]. */
    public Tensor of(int... items) {
        int[] rows = IntStream.of(items).map(item -> numbers[item]).toArray();
        return prepare(items).addTo(ids.index_select(0, Values.of(rows)), Dropout.NONE);
    }

    /** A random mask, 1 to keep an item's own vector and 0 to use the shared one: [rows, 1]. */
    private Tensor kept(Dropout dropout, int rows) {
        return dropout.kept(settings.idDropout(), rows, 1).to(ids.scalar_type());
    }

    private int[] itemsOf(int... of) {
        return IntStream.of(of)
                .map(number -> number == known.length ? ItemPart.NO_ITEM : known[number])
                .toArray();
    }

    private PreparedItems prepare(int... items) {
        return new PreparedItems(
                plain.stream().map(part -> part.of(items)).toList(),
                content.stream().map(part -> part.of(items)).toList());
    }

    /** The data of some items, prepared by all parts. */
    private final class PreparedItems {
        private final List<ItemPart.OfItems> plainly;
        private final List<ItemPart.OfItems> contents;

        PreparedItems(List<ItemPart.OfItems> plainly, List<ItemPart.OfItems> contents) {
            this.plainly = plainly;
            this.contents = contents;
        }

        Tensor addTo(Tensor own, Dropout dropout) {
            Tensor sum = own; // [items, d]
            if (!contents.isEmpty()) {
                Tensor read = contents.get(0).vectors(dropout);
                for (ItemPart.OfItems more : contents.subList(1, contents.size())) {
                    read = read.add(more.vectors(dropout));
                }
                read = norms.get(0).apply(read);
                sum = read.add(settings.ownShare() == 0 ? own : bounded(own, read));
            }
            for (ItemPart.OfItems part : plainly) {
                sum = settings.features() ? sum.add(part.vectors(dropout)) : sum;
            }
            return sum;
        }

        /** The own vectors, shortened where they exceed their share of the content vector's length. */
        private Tensor bounded(Tensor own, Tensor read) {
            Tensor most = length(read).mul(new Scalar(settings.ownShare()));
            return own.mul(most.div(length(own)).clamp_max(new Scalar(1)));
        }

        private Tensor length(Tensor rows) {
            return rows.square()
                    .sum(ROW, true, new ScalarTypeOptional())
                    .add(new Scalar(EPSILON))
                    .sqrt(); // [items, 1]
        }
    }

    /**
     * For each known number, the known numbers in the first category of its item, including itself; only itself if the
     * item has no category.
     */
    public int[][] ofOneCategory(Catalog catalog) {
        Map<Integer, int[]> members = IntStream.range(0, known.length)
                .boxed()
                .filter(number -> catalog.categories().of(known[number]).length > 0)
                .collect(Collectors.groupingBy(
                        number -> catalog.categories().of(known[number])[0],
                        Collectors.collectingAndThen(
                                Collectors.toList(),
                                all -> all.stream().mapToInt(Integer::intValue).toArray())));
        return IntStream.range(0, known.length)
                .mapToObj(number -> catalog.categories().of(known[number]).length == 0
                        ? new int[] {number}
                        : members.getOrDefault(catalog.categories().of(known[number])[0], new int[] {number}))
                .toArray(int[][]::new);
    }
}
