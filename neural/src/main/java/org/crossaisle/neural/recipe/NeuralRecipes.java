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
    private static final String HISTORIES = "histories of at least 3";

    @Override
    public List<Recipe> recipes() {
        List<Recipe> recipes = new ArrayList<>();
        recipes.add(new Recipe(
                ContentBased.NAME,
                ContentBased.DEFAULTS,
                "items with titles and pictures like those of the history",
                "titles, or vectors of items"));
        recipes.addAll(deep());
        recipes.add(new Recipe(
                DeepSequence.TEXT, text(), "a sequence model of item titles (BERT)", "titles in English or Chinese"));
        recipes.add(new Recipe(
                DeepSequence.TEXT_CNN,
                DeepSequence.of(FrequencyEncoder.Settings.DEFAULTS)
                        .withItems(ItemVectors.Settings.DEFAULTS.withTitles(FILTERS)),
                "a sequence model with a convolutional network for titles",
                "titles"));
        recipes.add(new Recipe("hybrid", hybrid(), "a deep recipe blended with the counting recipes", HISTORIES));
        recipes.add(
                new Recipe("best", Best.DEFAULTS, "the recipe chosen for the size of the shop; start here", "nothing"));
        recipes.add(new Recipe(
                "cross-category",
                CrossCategory.of(Best.CROSSING),
                "another recipe, reranked by the predicted next category",
                "categories"));
        recipes.add(new Recipe(
                "guarded",
                Guarded.of(Best.DEFAULTS),
                "another recipe, with a separate model where a department needs it",
                "departments"));
        recipes.add(new Recipe(
                "without-times",
                new WithoutTimes(Best.DEFAULTS),
                "another recipe, trained without times",
                "as the inner recipe"));
        recipes.addAll(rankers());
        recipes.add(new Recipe(
                Pruned.DEFAULTS.name(), Pruned.DEFAULTS, "a deep recipe with a pruned encoder", "as the inner recipe"));
        recipes.add(new Recipe(
                Int8.DEFAULTS.name(), Int8.DEFAULTS, "a deep recipe with 8-bit weights", "as the inner recipe"));
        return recipes;
    }

    private static List<Recipe> deep() {
        return List.of(
                deep("gru", "a sequence model: GRU", HISTORIES),
                deep("lstm", "a sequence model: LSTM", HISTORIES),
                deep("transformer", "a sequence model: attention (SASRec)", HISTORIES),
                deep("bsarec", "a sequence model: attention and a low-pass filter", HISTORIES),
                deep("bert4rec", "a sequence model: attention in both directions, masked items", HISTORIES),
                deep("hstu", "a sequence model: gated attention with times", HISTORIES + ", times"),
                deep("youtube-dnn", "the mean of a history with its context features", "histories of at least 2"),
                deep("multi-interest", "several interest vectors per history (ComiRec)", HISTORIES));
    }

    private static Recipe deep(String encoder, String learns, String needs) {
        return new Recipe(encoder, DeepSequence.of(named(UserEncoders.named(), encoder)), learns, needs);
    }

    private static List<Recipe> rankers() {
        return List.of(
                ranker("din", "reranks the best items of the blend by attention to each candidate", HISTORIES),
                ranker(
                        "wide-and-deep",
                        "reranks the best items of the blend by category pairs and vectors",
                        "categories"));
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
