package org.crossaisle.model.blend;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.crossaisle.Bounds;
import org.crossaisle.Help;
import org.crossaisle.Progress;
import org.crossaisle.PublicApi;
import org.crossaisle.RecsException;
import org.crossaisle.catalog.Catalog;
import org.crossaisle.dataset.Dataset;
import org.crossaisle.dataset.Target;
import org.crossaisle.model.Cost;
import org.crossaisle.model.Feasibility;
import org.crossaisle.model.Fitted;
import org.crossaisle.model.Frozen;
import org.crossaisle.model.Model;
import org.crossaisle.model.State;
import org.crossaisle.model.Trainer;
import org.crossaisle.model.TrainingRun;
import org.crossaisle.model.count.ItemKnn;
import org.crossaisle.model.count.Popular;
import org.crossaisle.model.count.Transitions;
import org.crossaisle.model.linear.Ease;

/**
 * The weighted sum of other models' scores. Per query, each part proposes its best items; over the union of the
 * proposals, each part's scores are standardised to mean 0 and deviation 1 and summed with non-negative weights, which
 * are learnt on validation unless they are given as a setting. What was learnt is {@link Fitted}.
 *
 * <p>A part that is too large for this shop is left out, with weight 0. Weights that are neither given nor learnt are
 * all equal.
 *
 * @param parts the blended recipes, at least one
 * @param weights fixed weights, one for each part, none negative; empty: they are learnt
 * @param proposals how many items each part proposes, at least 1
 */
@PublicApi
public record Blend(
        @Help("The blended recipes, at least one.") List<Trainer> parts,

        @Help("Fixed weights, one for each part, none negative; empty: they are learnt on validation.")
        List<Double> weights,

        @Help("Items that each part proposes, at least 1.") int proposals)
        implements Trainer {
    private static final String NONE_FITS =
            "every part of the blend is too large for this shop; blend only recipes that count pairs";

    /** The maximum number of validation targets; this many are enough to learn a handful of weights. */
    private static final int LEARNT_FROM = 12_000;

    private static final String PARTS = "parts";
    private static final String WEIGHTS = "weights";

    /** The counting models, each of which uses information that the others do not. */
    public Blend() {
        this(List.of(new Transitions(), new Ease(), new ItemKnn(), new Popular(30, false)), List.of(), 500);
    }

    public Blend {
        parts = List.copyOf(parts);
        weights = List.copyOf(weights);
        Bounds.atLeast("parts", parts.size(), 1);
        Bounds.atLeast("proposals", proposals, 1);
        if (!weights.isEmpty() && weights.size() != parts.size()) {
            throw new IllegalArgumentException("there are " + weights.size() + " weights for " + parts.size()
                    + " parts; give one for each or none");
        }
        weights.forEach(weight -> Bounds.notNegative("weight", weight));
    }

    @Override
    public String name() {
        return "blend";
    }

    @Override
    public Model fit(Dataset data, TrainingRun run) {
        return fit(data, Fitted.NONE, run);
    }

    @Override
    public Model fit(Dataset data, Fitted fitted, TrainingRun run) {
        List<Double> fixed =
                weights.isEmpty() ? fitted.numbers(WEIGHTS, parts.size()).orElse(List.of()) : weights;
        List<Model> models = new ArrayList<>();
        for (int part = 0; part < parts.size(); part++) {
            boolean counts = fixed.isEmpty() || fixed.get(part) > 0;
            models.add(counts ? fitOrLeaveOut(data, part, fitted, run) : AbsentPart.of(data.catalog()));
        }
        requireOne(models);
        return blended(models, fixed);
    }

    @Override
    public Chosen choose(Dataset data, List<Target> validation, TrainingRun run) {
        List<Model> models = new ArrayList<>();
        List<Trainer> settled = new ArrayList<>();
        Fitted fitted = Fitted.NONE;
        for (int part = 0; part < parts.size(); part++) {
            try {
                Chosen chosen = parts.get(part).choose(data, validation, run(part, run));
                models.add(chosen.model());
                settled.add(chosen.frozen().recipe());
                fitted = fitted.withPart(
                        Fitted.partName(PARTS, part), chosen.frozen().fitted());
            } catch (RecsException e) {
                leftOut(parts.get(part), e, run.progress());
                models.add(AbsentPart.of(data.catalog()));
                settled.add(parts.get(part));
            }
        }
        requireOne(models);
        Blend blend = new Blend(settled, weights, proposals);
        if (!weights.isEmpty()) {
            return new Chosen(blended(models, weights), new Frozen(blend, fitted));
        }
        List<Double> learnt = new BlendWeights(models, proposals).learn(drawn(validation), run.progress());
        return new Chosen(blended(models, learnt), new Frozen(blend, fitted.with(WEIGHTS, learnt)));
    }

    /** What parts refuse is left out; what they leave out themselves is among it. */
    @Override
    public Feasibility feasibility(Dataset data) {
        List<String> leftOut = new ArrayList<>();
        int refused = 0;
        for (Trainer part : parts) {
            Feasibility own = part.feasibility(data);
            own.refusal().ifPresent(reason -> leftOut.add(part.name() + ": " + reason));
            leftOut.addAll(own.leftOut());
            refused += own.refusal().isPresent() ? 1 : 0;
        }
        return refused == parts.size() ? Feasibility.refused(NONE_FITS) : new Feasibility(Optional.empty(), leftOut);
    }

    @Override
    public Cost cost(Dataset data) {
        return parts.stream()
                .filter(part -> part.feasibility(data).refusal().isEmpty())
                .map(part -> part.cost(data))
                .reduce(Cost.NONE, Cost::plus);
    }

    @Override
    public Model load(State state, Catalog catalog) {
        return load(state, Fitted.NONE, catalog);
    }

    @Override
    public Model load(State state, Fitted fitted, Catalog catalog) {
        List<Model> models = new ArrayList<>();
        for (int part = 0; part < parts.size(); part++) {
            State own = state.part(prefix(part));
            models.add(
                    own.blocks().isEmpty()
                            ? AbsentPart.of(catalog)
                            : parts.get(part).load(own, fitted.part(Fitted.partName(PARTS, part)), catalog));
        }
        float[] kept = state.floats(WEIGHTS);
        List<Double> read = new ArrayList<>();
        for (float weight : kept) {
            read.add((double) weight);
        }
        if (read.size() != parts.size()) {
            throw new RecsException(
                    RecsException.Code.ARTIFACT_UNREADABLE,
                    "the model has " + read.size() + " weights for " + parts.size() + " parts");
        }
        if (models.stream().allMatch(AbsentPart.class::isInstance)) {
            throw new RecsException(RecsException.Code.ARTIFACT_UNREADABLE, "the model contains none of its parts");
        }
        return blended(models, read);
    }

    /** The name under which a part's state is stored. */
    static String prefix(int part) {
        return "part-" + part;
    }

    private BlendModel blended(List<Model> models, List<Double> given) {
        float[] values = new float[models.size()];
        Arrays.fill(values, 1);
        for (int part = 0; part < given.size(); part++) {
            values[part] = given.get(part).floatValue();
        }
        return new BlendModel(parts.stream().map(Trainer::name).toList(), models, values, proposals);
    }

    /** The training run of a part; each further part of the same name gets another seed. */
    private TrainingRun run(int part, TrainingRun run) {
        String name = parts.get(part).name();
        long before = parts.subList(0, part).stream()
                .filter(other -> other.name().equals(name))
                .count();
        return run.part(prefix(part)).repeated((int) before);
    }

    private Model fitOrLeaveOut(Dataset data, int part, Fitted fitted, TrainingRun run) {
        Trainer trainer = parts.get(part);
        try {
            return trainer.fit(data, fitted.part(Fitted.partName(PARTS, part)), run(part, run));
        } catch (RecsException e) {
            leftOut(trainer, e, run.progress());
            return AbsentPart.of(data.catalog());
        }
    }

    private static void requireOne(List<Model> models) {
        if (models.stream().allMatch(AbsentPart.class::isInstance)) {
            throw new RecsException(RecsException.Code.TOO_LARGE, NONE_FITS);
        }
    }

    private static void leftOut(Trainer trainer, RecsException e, Progress progress) {
        if (e.code() != RecsException.Code.TOO_LARGE) {
            throw e;
        }
        try (Progress.Task task = progress.start("Blending", -1, "parts")) {
            task.note("without " + trainer.name() + ": " + e.getMessage());
        }
    }

    /** At most {@link #LEARNT_FROM} targets, spread evenly. */
    private static List<Target> drawn(List<Target> targets) {
        int step = Math.max(1, (targets.size() + LEARNT_FROM - 1) / LEARNT_FROM);
        List<Target> drawn = new ArrayList<>();
        for (int at = 0; at < targets.size(); at += step) {
            drawn.add(targets.get(at));
        }
        return drawn;
    }
}
