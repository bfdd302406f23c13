package org.crossaisle.neural.recipe;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.crossaisle.io.recipe.Recipe;
import org.crossaisle.io.recipe.RecipeProvider;
import org.crossaisle.io.settings.SettingChoice;
import org.crossaisle.model.Trainer;
import org.crossaisle.model.WithoutTimes;
import org.crossaisle.model.blend.Blend;
import org.crossaisle.model.category.CrossCategory;
import org.crossaisle.model.department.Guarded;
import org.crossaisle.neural.compress.Int8;
import org.crossaisle.neural.compress.Pruned;
import org.crossaisle.neural.content.setting.ContentSettings;
import org.crossaisle.neural.encode.AdaptedEncoder;
import org.crossaisle.neural.encode.FrequencyEncoder;
import org.crossaisle.neural.encode.TransformerEncoder;
import org.crossaisle.neural.encode.UserEncoderSettings;
import org.crossaisle.neural.encode.UserEncoders;
import org.crossaisle.neural.item.ItemVectors;
import org.crossaisle.neural.loss.Loss;
import org.crossaisle.neural.loss.Losses;
import org.crossaisle.neural.predict.PredictorSettings;
import org.crossaisle.neural.predict.Predictors;
import org.crossaisle.neural.rank.Ranked;
import org.crossaisle.neural.rank.RankerSettings;
import org.crossaisle.neural.rank.Rankers;
import org.crossaisle.neural.sequence.DeepSequence;
import org.crossaisle.neural.similar.ContentBased;

/** The recipes of this module: those that learn vectors, and those whose defaults contain such a recipe. */
public final class NeuralRecipes implements RecipeProvider {
    private static final int FILTERS = 32;
    private static final double OWN_SHARE = 0.5;
    private static final String HISTORIES = "histories of 3 and more";

    @Override
    public List<Recipe> recipes() {
        List<Recipe> recipes = new ArrayList<>();
        recipes.add(new Recipe(
                ContentBased.NAME,
                ContentBased.DEFAULTS,
                "titles and pictures like those of the history",
                "titles, or vectors of items"));
        recipes.addAll(deep());
        recipes.add(new Recipe(
                DeepSequence.TEXT,
                text(),
                "a history of items known by their titles (BERT)",
                "titles in English or Chinese"));
        recipes.add(new Recipe(
                DeepSequence.TEXT_CNN,
                DeepSequence.of(FrequencyEncoder.Settings.DEFAULTS)
                        .withItems(ItemVectors.Settings.DEFAULTS.withTitles(FILTERS)),
                "a history of items whose titles are read by filters",
                "titles"));
        recipes.add(new Recipe("hybrid", hybrid(), "a deep recipe blended with the counting ones", HISTORIES));
        recipes.add(new Recipe("best", Best.DEFAULTS, "what we recommend for the shop at hand", "nothing"));
        recipes.add(new Recipe(
                "cross-category",
                CrossCategory.of(Best.CROSSING),
                "the best of a recipe, moved by which category comes next",
                "categories"));
        recipes.add(new Recipe(
                "guarded", Guarded.of(Best.DEFAULTS), "departments together, each no worse than alone", "departments"));
        recipes.add(new Recipe(
                "without-times",
                new WithoutTimes(Best.DEFAULTS),
                "what another recipe learns without any times",
                "as the recipe in it"));
        recipes.addAll(rankers());
        recipes.add(new Recipe(
                Pruned.DEFAULTS.name(),
                Pruned.DEFAULTS,
                "a deep recipe with less in its encoder",
                "as the recipe in it"));
        recipes.add(new Recipe(
                Int8.DEFAULTS.name(), Int8.DEFAULTS, "a deep recipe, kept in 8 bits a number", "as the recipe in it"));
        return recipes;
    }

    private static List<Recipe> deep() {
        return List.of(
                deep("gru", "the order of a history, by a GRU", HISTORIES),
                deep("lstm", "the order of a history, by an LSTM", HISTORIES),
                deep("transformer", "a history by attention (SASRec)", HISTORIES),
                deep("bsarec", "a history by attention and its slow part", HISTORIES),
                deep("bert4rec", "a history both ways, with gaps to fill", HISTORIES),
                deep("hstu", "a history by gated attention with times", HISTORIES + ", times"),
                deep("youtube-dnn", "the mean of a history with its circumstances", "histories of 2 and more"),
                deep("multi-interest", "several tastes in one history (ComiRec)", HISTORIES));
    }

    private static Recipe deep(String encoder, String learns, String needs) {
        return new Recipe(encoder, DeepSequence.of(named(UserEncoders.named(), encoder)), learns, needs);
    }

    private static List<Recipe> rankers() {
        return List.of(
                ranker("din", "a history as each candidate sees it, to rank the blend's best", HISTORIES),
                ranker("wide-and-deep", "crossed categories and vectors, to rank the blend's best", "categories"));
    }

    private static Recipe ranker(String family, String learns, String needs) {
        if (named(Rankers.named(), family) instanceof RankerSettings settings) {
            return new Recipe(family, Ranked.of(new Blend(), settings), learns, needs);
        }
        throw new IllegalStateException(family + " has no settings of a ranker");
    }

    private static <T> T named(Map<String, T> all, String name) {
        T found = all.get(name);
        if (found == null) {
            throw new IllegalStateException("there is no " + name + " among " + all.keySet());
        }
        return found;
    }

    /** Items by what their titles say, so that an item added today has its place. */
    private static Trainer text() {
        return DeepSequence.of(FrequencyEncoder.Settings.DEFAULTS)
                .withItems(ItemVectors.Settings.DEFAULTS
                        .with(ContentSettings.DEFAULTS)
                        .withOwnShare(OWN_SHARE));
    }

    /** A deep model blended with the counting ones, with weights from validation. */
    private static Trainer hybrid() {
        Blend counting = new Blend();
        List<Trainer> parts = new ArrayList<>();
        parts.add(DeepSequence.of(TransformerEncoder.Settings.DEFAULTS));
        parts.addAll(counting.parts());
        return new Blend(parts, List.of(), counting.proposals());
    }

    @Override
    public Map<Class<?>, SettingChoice> choices() {
        return Map.of(
                UserEncoderSettings.class, new SettingChoice("encoder", encoders()),
                RankerSettings.class, new SettingChoice("family", Rankers.named()),
                PredictorSettings.class, new SettingChoice("form", Predictors.named()),
                Loss.class, new SettingChoice("kind", Losses.named()));
    }

    private static Map<String, Record> encoders() {
        Map<String, Record> encoders = new LinkedHashMap<>();
        UserEncoders.named().forEach((name, settings) -> {
            if (settings instanceof Record record) {
                encoders.put(name, record);
            }
        });
        encoders.put("adapted", AdaptedEncoder.Settings.DEFAULTS);
        return encoders;
    }
}
