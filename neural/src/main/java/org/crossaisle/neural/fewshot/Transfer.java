package org.crossaisle.neural.fewshot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.bytedeco.pytorch.Tensor;
import org.crossaisle.Bounds;
import org.crossaisle.RecsException;
import org.crossaisle.catalog.Catalog;
import org.crossaisle.dataset.Dataset;
import org.crossaisle.dataset.Target;
import org.crossaisle.model.Model;
import org.crossaisle.model.TrainingRun;
import org.crossaisle.neural.encode.AdaptedEncoder;
import org.crossaisle.neural.encode.Network;
import org.crossaisle.neural.sequence.DeepSequence;
import org.crossaisle.neural.sequence.EncodedModel;
import org.crossaisle.neural.tensor.Values;
import org.crossaisle.neural.train.FrozenParameters;
import org.crossaisle.neural.train.Schedule;
import org.crossaisle.neural.train.Techniques;
import org.crossaisle.neural.train.Validation;

/**
 * The fine-tuning of a model on a department it has never seen, from a few events.
 *
 * <p>Before the first step every item has the vector it had; new items have that of an item without a training event.
 * The result is judged on held-out events, among the items of their department: a model that is no better than the old
 * one, or worse than one trained from scratch on the same events, is rejected.
 *
 * @param of the recipe of the old model
 * @param moving which parameters are trained
 * @param adapter hidden size of an adapter after the old encoder; 0: no adapter
 * @param fineTuning schedule of the fine-tuning
 */
public record Transfer(DeepSequence of, Moving moving, int adapter, Schedule fineTuning) {
    private static final String IDS = "items.ids";
    private static final String FEATURES = "items.features";
    private static final int MOST_TARGETS = 10_000;

    /** The parameters that are trained on the new department. */
    public enum Moving {
        /** All parameters of the old model. */
        EVERYTHING,
        /** Item vectors and their components; the user encoder is frozen. */
        ITEMS,
        /**
         * Vectors of new items and features; the old vectors, layers that read content, and the user encoder are
         * frozen.
         */
        NEW_ITEMS
    }

    public Transfer {
        Bounds.atLeast("adapter", adapter, 0);
        if (!of.items().titles().isNone()) {
            throw new IllegalArgumentException(
                    "items.titles cannot be transferred, because its vocabulary is fixed in training; use items.content");
        }
    }

    /** The default: all parameters are trained, at a low learning rate, without an adapter. */
    public static Transfer of(DeepSequence recipe) {
        return new Transfer(recipe, Moving.EVERYTHING, 0, new Schedule(5e-4, 10, 64, 30, 5));
    }

    /**
     * The result of the fine-tuning.
     *
     * @param model the model to use
     * @param recipe the recipe to load it with
     * @param taken whether it is the fine-tuned model; if not, it is the old one
     * @param reason why, in one sentence
     * @param old NDCG at 10 of the old model on the judging targets
     * @param scratch NDCG at 10 of a model trained from scratch on the few events
     * @param transferred NDCG at 10 of the fine-tuned model
     */
    public record Outcome(
            Model model,
            DeepSequence recipe,
            boolean taken,
            String reason,
            double old,
            double scratch,
            double transferred) {}

    /**
     * Fine-tunes and judges, among the items of the departments of the held-out events; among all items, if one of
     * these events has no category.
     *
     * @param old fitted by {@link #of} on the same catalog
     * @param data the histories with the few events; they may contain other events of the same users
     * @param validation held-out events of the new department: one half chooses the epochs, the other judges
     * @throws RecsException DATA_INSUFFICIENT if there are fewer than two of them
     */
    public Outcome transfer(Model old, Dataset data, List<Target> validation, TrainingRun run) {
        return transfer(old, data, validation, departments(validation, data.catalog()), run);
    }

    /**
     * The same with explicit candidates.
     *
     * @param competing the candidates: the items of the new department
     */
    public Outcome transfer(Model old, Dataset data, List<Target> validation, BitSet competing, TrainingRun run) {
        int items = data.catalog().size();
        Validation choosing = new Validation(every(validation, 0), MOST_TARGETS, items, run.seed()).among(competing);
        Validation judging = new Validation(every(validation, 1), MOST_TARGETS, items, run.seed()).among(competing);
        if (choosing.isEmpty() || judging.isEmpty()) {
            throw new RecsException(
                    RecsException.Code.DATA_INSUFFICIENT,
                    "a transfer is judged on held-out events of the new department; expected at least two whose"
                            + " history can be read, found " + validation.size());
        }
        Network before = EncodedModel.unwrap(old).network();
        Network after = begun(before, data);
        recipe().training(after, frozen(before, after), data, run.part("transfer"), identity(before))
                .choose(choosing);
        Network alone = of.withTraining(fineTuning).best(data, choosing, run.part("scratch"));
        double oldNdcg = judging.ndcg(before);
        double scratch = judging.ndcg(alone);
        double transferred = judging.ndcg(after);
        boolean taken = transferred > oldNdcg && transferred >= scratch;
        String reason = String.format(
                Locale.ROOT,
                "NDCG@10 on held-out events, among the items of their department: %.4f after further training, %.4f of the old model, %.4f"
                        + " from scratch on the same events; %s",
                transferred,
                oldNdcg,
                scratch,
                taken ? "the further trained model is used" : "the old model is kept");
        return taken
                ? new Outcome(
                        EncodedModel.fitted(after, data, after.items().knownSet())
                                .wrap(),
                        recipe(),
                        true,
                        reason,
                        oldNdcg,
                        scratch,
                        transferred)
                : new Outcome(old, of, false, reason, oldNdcg, scratch, transferred);
    }

    /**
     * The recipe of the fine-tuned model; it predicts items only, because a few events say too little about categories.
     */
    private DeepSequence recipe() {
        DeepSequence recipe =
                of.withTraining(fineTuning).withTechniques(of.techniques().with(Techniques.Categories.NONE));
        return adapter == 0 ? recipe : recipe.withUsers(new AdaptedEncoder.Settings(of.users(), adapter));
    }

    /** A network that scores like the old one and knows the new items. */
    Network begun(Network before, Dataset data) {
        Catalog catalog = data.catalog();
        BitSet known = before.items().knownSet();
        known.or(data.knownItems());
        Network after =
                recipe().network(catalog, known, 0, before.items().contents()).withRequestTime(before.requestTime());
        Map<String, Tensor> learnt = before.parameters().all();
        after.parameters().all().forEach((name, tensor) -> {
            Tensor from = learnt.get(name);
            if (from != null && !name.equals(IDS) && !name.equals(FEATURES)) {
                Values.fill(tensor, Values.floats(from));
            }
        });
        after.items().take(before.items());
        return after;
    }

    private FrozenParameters frozen(Network before, Network after) {
        Map<String, Tensor> masks = new HashMap<>();
        if (moving == Moving.EVERYTHING) {
            return new FrozenParameters(masks);
        }
        Map<String, Tensor> learnt = before.parameters().all();
        after.parameters().all().forEach((name, tensor) -> {
            boolean ofItems = name.startsWith("items.");
            if (learnt.containsKey(name) && (!ofItems || moving == Moving.NEW_ITEMS)) {
                masks.put(name, Values.of(new float[] {0}, 1));
            }
        });
        if (moving == Moving.NEW_ITEMS) {
            masks.put(IDS, mask(after.items().idsAlsoOf(before.items())));
            masks.put(FEATURES, mask(after.items().featuresAlsoOf(before.items())));
        }
        return new FrozenParameters(masks);
    }

    /** 1 in the rows that are new, 0 elsewhere: [rows, 1]. */
    private static Tensor mask(boolean... also) {
        float[] values = new float[also.length];
        for (int row = 0; row < values.length; row++) {
            values[row] = also[row] ? 0 : 1;
        }
        return Values.of(values, values.length, 1);
    }

    /** Distinguishes fine-tunings of different models. */
    private String identity(Network before) {
        int hash = 0;
        for (Tensor tensor : before.parameters().all().values()) {
            hash = 31 * hash + Arrays.hashCode(Values.floats(tensor));
        }
        return this + " from " + Integer.toHexString(hash);
    }

    /**
     * The items of all departments of some targets; all items if a target has no category.
     *
     * <p>After a few events a new item is rarely among the first of a whole catalog, so every model would score 0.
     */
    private static BitSet departments(List<Target> targets, Catalog catalog) {
        BitSet competing = new BitSet();
        competing.set(0, catalog.size());
        Set<String> departments = new HashSet<>();
        for (Target target : targets) {
            departments.addAll(departments(catalog, target.item()));
            if (departments(catalog, target.item()).isEmpty()) {
                return competing;
            }
        }
        for (int item = 0; item < catalog.size(); item++) {
            competing.set(item, !Collections.disjoint(departments(catalog, item), departments));
        }
        return competing;
    }

    private static Set<String> departments(Catalog catalog, int item) {
        return catalog.item(item).categories().stream()
                .map(path -> path.levels().get(0))
                .collect(Collectors.toSet());
    }

    private static List<Target> every(List<Target> targets, int from) {
        List<Target> half = new ArrayList<>();
        for (int at = from; at < targets.size(); at += 2) {
            half.add(targets.get(at));
        }
        return half;
    }
}
