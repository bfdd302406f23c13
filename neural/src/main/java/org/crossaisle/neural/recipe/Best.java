package org.crossaisle.neural.recipe;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.crossaisle.Help;
import org.crossaisle.Progress;
import org.crossaisle.catalog.Catalog;
import org.crossaisle.dataset.Dataset;
import org.crossaisle.dataset.Target;
import org.crossaisle.model.Cost;
import org.crossaisle.model.Feasibility;
import org.crossaisle.model.ForwardingModel;
import org.crossaisle.model.Model;
import org.crossaisle.model.State;
import org.crossaisle.model.Trainer;
import org.crossaisle.model.TrainingRun;
import org.crossaisle.model.blend.Blend;
import org.crossaisle.model.boost.LambdaMart;
import org.crossaisle.neural.content.Content;
import org.crossaisle.neural.encode.FrequencyEncoder;
import org.crossaisle.neural.sequence.DeepSequence;
import org.crossaisle.neural.similar.ContentBased;
import org.crossaisle.neural.train.Schedule;

/**
 * The recipe that suits the size of a shop: where there is enough to learn from, BSARec blended with the counting
 * recipes, with what titles say where they can be read, and boosted trees behind the blend, else the counting recipes
 * alone. The choice is reported to the progress, and the chosen recipe itself is trained, so that a model says what it
 * is. Without validation targets there is nothing to learn trees from, and the blend goes without.
 *
 * @param deepFrom the number of interactions from which a deep recipe takes part
 * @param largeFrom the number of users from which it is trained as for large shops: large batches, much dropout
 * @param contentFrom the number of different titles, in a supported language, from which content takes part beside a
 *     deep recipe {@link ContentBased} takes part
 * @param crossing how much more the trees care for what is new to the user
 */
public record Best(
        @Help("Fewest interactions for a deep recipe to take part.")
        int deepFrom,

        @Help("Fewest users for the training of a large shop: large batches, much dropout.")
        int largeFrom,

        @Help("Fewest different readable titles for content-based to take part.")
        int contentFrom,

        LambdaMart.Crossing crossing)
        implements Trainer {
    /** From measurements on shops of 2,500 to 73,000 users: docs/results.md. */
    public static final Best DEFAULTS = new Best(2_000, 8_000, 1_000, LambdaMart.Crossing.NONE);

    /** Where crossing categories is the point; by docs/results.md as well. */
    static final Best CROSSING =
            new Best(DEFAULTS.deepFrom, DEFAULTS.largeFrom, DEFAULTS.contentFrom, new LambdaMart.Crossing(2, 0.5));

    private static final FrequencyEncoder.Settings USUAL = FrequencyEncoder.Settings.DEFAULTS;
    private static final Schedule LARGE = new Schedule(2e-3, 100, 256, 100, 4);
    private static final Schedule SMALL = new Schedule(3e-3, 100, 64, 60, 4);
    private static final double SMALL_DROPOUT = 0.2;
    private static final String PARTS = "optionalParts";

    @Override
    public String name() {
        return "best";
    }

    /** The recipe for some data, with what is open still open. */
    public Trainer recipe(Dataset data) {
        return data.interactions() >= deepFrom
                ? deep(data.users() >= largeFrom, Content.readableTitles(data.catalog()) >= contentFrom)
                : new Blend();
    }

    private Trainer deep(boolean large, boolean content) {
        return LambdaMart.of(parts(large, content)).with(crossing);
    }

    private static List<Trainer> parts(boolean large, boolean content) {
        FrequencyEncoder.Settings encoder = large
                ? USUAL
                : new FrequencyEncoder.Settings(
                        USUAL.blocks(), USUAL.heads(), USUAL.frequencies(), USUAL.share(), SMALL_DROPOUT);
        List<Trainer> parts = new ArrayList<>();
        parts.add(DeepSequence.of(encoder).withTraining(large ? LARGE : SMALL));
        if (content) {
            parts.add(ContentBased.DEFAULTS);
        }
        parts.addAll(new Blend().parts());
        return parts;
    }

    /** Without validation there are no trees. The state of the model names its parts, so that it can be read back. */
    @Override
    public Model fit(Dataset data, TrainingRun run) {
        Trainer recipe = withoutTrees(told(data, run));
        return new Fit(recipe.fit(data, run), recipe);
    }

    @Override
    public Chosen choose(Dataset data, List<Target> validation, TrainingRun run) {
        Trainer recipe = told(data, run);
        return (validation.isEmpty() ? withoutTrees(recipe) : recipe).choose(data, validation, run);
    }

    @Override
    public Feasibility feasibility(Dataset data) {
        return recipe(data).feasibility(data);
    }

    @Override
    public Cost cost(Dataset data) {
        return recipe(data).cost(data);
    }

    /** How a deep part was trained does not matter here. A model of an earlier version does not name its parts. */
    @Override
    public Model load(State state, Catalog catalog) {
        if (!state.blocks().containsKey(PARTS)) {
            return new Blend().load(state, catalog);
        }
        int[] parts = state.ints(PARTS);
        boolean deep = parts.length == 2 && parts[0] == 1;
        Trainer recipe = deep ? withoutTrees(deep(true, parts[1] == 1)) : new Blend();
        return new Fit(recipe.load(state, catalog), recipe);
    }

    /** A model whose state tells which optional parts it has: a deep recipe, and {@link ContentBased}. */
    private static final class Fit extends ForwardingModel {
        private final List<Trainer> parts;

        Fit(Model model, Trainer recipe) {
            super(model);
            parts = recipe instanceof Blend blend ? blend.parts() : List.of();
        }

        @Override
        public State state() {
            boolean deep = parts.stream().anyMatch(DeepSequence.class::isInstance);
            return super.state().put(PARTS, deep ? 1 : 0, parts.contains(ContentBased.DEFAULTS) ? 1 : 0);
        }
    }

    private static Trainer withoutTrees(Trainer recipe) {
        return recipe instanceof LambdaMart trees ? trees.blend() : recipe;
    }

    private Trainer told(Dataset data, TrainingRun run) {
        Trainer recipe = recipe(data);
        try (Progress.Task task = run.progress().start("Choosing the recipe", -1, "recipes")) {
            List<String> names = new ArrayList<>();
            if (withoutTrees(recipe) instanceof Blend blend) {
                blend.parts().forEach(part -> names.add(part.name()));
            }
            if (recipe instanceof LambdaMart) {
                names.add("followed by boosted trees");
            }
            task.note(String.format(
                    Locale.ROOT,
                    "for %,d interactions of %,d users: %s",
                    data.interactions(),
                    data.users(),
                    String.join(", ", names)));
        }
        return recipe;
    }
}
