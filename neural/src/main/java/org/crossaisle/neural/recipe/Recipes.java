package org.crossaisle.neural.recipe;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.crossaisle.Nearest;
import org.crossaisle.RecsException;
import org.crossaisle.io.settings.RecordBinder;
import org.crossaisle.io.settings.SettingChoice;
import org.crossaisle.io.settings.SettingsFile;
import org.crossaisle.model.Trainer;
import org.crossaisle.model.WithoutTimes;
import org.crossaisle.model.blend.Blend;
import org.crossaisle.model.boost.LambdaMart;
import org.crossaisle.model.category.CrossCategory;
import org.crossaisle.model.count.AttributeKnn;
import org.crossaisle.model.count.ItemKnn;
import org.crossaisle.model.count.Popular;
import org.crossaisle.model.count.Transitions;
import org.crossaisle.model.department.Guarded;
import org.crossaisle.model.factor.MatrixFactorisation;
import org.crossaisle.model.linear.Ease;
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

/**
 * The recipes there are. Each is named, has defaults, and may be changed by a YAML file of the form
 *
 * <pre>
 * recipe: transformer
 * dimension: 128
 * users:
 *   encoder: bsarec
 *   blocks: 3
 * predictor:
 *   form: cosine
 * loss:
 *   kind: sampled-softmax
 *   negatives: 256
 * training:
 *   epochs: 40
 * </pre>
 */
public final class Recipes {
    private static final String RECIPE = "recipe";
    private static final int FILTERS = 32;
    private static final double OWN_SHARE = 0.5;

    private static final Map<String, Trainer> DEFAULTS = new LinkedHashMap<>();

    static {
        DEFAULTS.put("popular", new Popular());
        DEFAULTS.put("popular-30-days", new Popular(30, false));
        DEFAULTS.put("popular-across-departments", new Popular(0, true));
        DEFAULTS.put("itemknn", new ItemKnn());
        DEFAULTS.put("itemknn-attributes", new AttributeKnn());
        DEFAULTS.put(ContentBased.NAME, ContentBased.DEFAULTS);
        DEFAULTS.put("transitions", new Transitions());
        DEFAULTS.put("ease", new Ease());
        DEFAULTS.put("mf", new MatrixFactorisation());
        DEFAULTS.put("blend", new Blend());
        UserEncoders.named().forEach((name, encoder) -> DEFAULTS.put(name, DeepSequence.of(encoder)));
        DEFAULTS.put(DeepSequence.TEXT, text());
        DEFAULTS.put(
                DeepSequence.TEXT_CNN,
                DeepSequence.of(FrequencyEncoder.Settings.DEFAULTS)
                        .withItems(ItemVectors.Settings.DEFAULTS.withTitles(FILTERS)));
        DEFAULTS.put("lambdamart", new LambdaMart());
        DEFAULTS.put("hybrid", hybrid());
        DEFAULTS.put("best", Best.DEFAULTS);
        DEFAULTS.put("cross-category", CrossCategory.of(Best.CROSSING));
        DEFAULTS.put("guarded", Guarded.of(Best.DEFAULTS));
        DEFAULTS.put("without-times", new WithoutTimes(Best.DEFAULTS));
        Rankers.named().forEach((name, ranker) -> {
            if (ranker instanceof RankerSettings settings) {
                DEFAULTS.put(name, Ranked.of(new Blend(), settings));
            }
        });
        DEFAULTS.put(Pruned.DEFAULTS.name(), Pruned.DEFAULTS);
        DEFAULTS.put(Int8.DEFAULTS.name(), Int8.DEFAULTS);
    }

    private static final RecordBinder<Trainer> BINDER = new RecordBinder<>(
                    Trainer.class, Recipes::fromWritten, Recipes::describe)
            .withChoice(UserEncoderSettings.class, new SettingChoice("encoder", encoders()))
            .withChoice(RankerSettings.class, new SettingChoice("family", Rankers.named()))
            .withChoice(PredictorSettings.class, new SettingChoice("form", Predictors.named()))
            .withChoice(Loss.class, new SettingChoice("kind", Losses.named()));

    private Recipes() {}

    /** Items by what their titles say, so that one of today has its place. */
    private static Trainer text() {
        return DeepSequence.of(FrequencyEncoder.Settings.DEFAULTS)
                .withItems(ItemVectors.Settings.DEFAULTS
                        .with(ContentSettings.DEFAULTS)
                        .withOwnShare(OWN_SHARE));
    }

    /** What a deep model has learnt beside what counting sees, with weights from validation. */
    private static Trainer hybrid() {
        Blend counting = new Blend();
        List<Trainer> parts = new ArrayList<>();
        parts.add(DeepSequence.of(TransformerEncoder.Settings.DEFAULTS));
        parts.addAll(counting.parts());
        return new Blend(parts, List.of(), counting.proposals());
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

    /** Every name, the cheapest recipe first. */
    public static List<String> names() {
        return List.copyOf(DEFAULTS.keySet());
    }

    /**
     * A recipe by its name, or by a file that ends in {@code .yaml} or {@code .yml}.
     *
     * @throws RecsException when there is none, naming the nearest
     */
    public static Trainer of(String nameOrFile) {
        if (nameOrFile.endsWith(".yaml") || nameOrFile.endsWith(".yml")) {
            Path file = Path.of(nameOrFile);
            return fromWritten(SettingsFile.read(file), nameOrFile);
        }
        return named(nameOrFile, "--recipe");
    }

    /**
     * The same recipe with some settings replaced, as from {@code --set epochs=5}.
     *
     * @param settings texts by the name of the setting
     */
    public static Trainer with(Trainer trainer, Map<String, String> settings) {
        return with(trainer, settings, "--set " + trainer.name());
    }

    /**
     * The same recipe with some settings replaced.
     *
     * @param where they come from, for messages
     */
    public static Trainer with(Trainer trainer, Map<String, String> settings, String where) {
        Map<String, Object> placed = new NestedSettings(RECIPE, where)
                .placed(
                        describe(trainer),
                        settings,
                        (inner, key, value) -> describe(with(fromWritten(inner, where), Map.of(key, value), where)));
        return bind(trainer, placed, where);
    }

    /** The recipe's name and all settings, nested, as {@link #fromSettings} reads them. */
    public static Map<String, Object> describe(Trainer trainer) {
        Map<String, Object> described = new LinkedHashMap<>();
        described.put(RECIPE, registered(trainer));
        if (trainer instanceof Record settings) {
            described.putAll(BINDER.describe(settings));
        }
        return described;
    }

    /** The recipe that {@link #describe} wrote down. */
    public static Trainer fromSettings(Map<String, Object> settings, String where) {
        return fromWritten(settings, where);
    }

    private static String registered(Trainer trainer) {
        String name = trainer.name();
        return DEFAULTS.containsKey(name) ? name : name.startsWith("popular") ? "popular" : name;
    }

    private static Trainer named(String name, String where) {
        Trainer trainer = DEFAULTS.get(name);
        if (trainer == null) {
            throw new RecsException(
                    RecsException.Code.SETTING_INVALID,
                    where + ": there is no recipe " + name + ". Nearest: " + Nearest.to(name, names()) + ". All: "
                            + String.join(", ", names()));
        }
        return trainer;
    }

    private static Trainer fromWritten(Object written, String where) {
        if (written instanceof String name) {
            return named(name, where);
        }
        if (written instanceof Map<?, ?> map && map.get(RECIPE) instanceof String name) {
            Map<String, Object> settings = new LinkedHashMap<>();
            map.forEach((key, value) -> {
                if (!RECIPE.equals(key) && value != null) {
                    settings.put(String.valueOf(key), value);
                }
            });
            return bind(named(name, where), settings, where);
        }
        throw new RecsException(
                RecsException.Code.SETTING_INVALID,
                where + ": expected a recipe by name, or a map with the key recipe; found " + written);
    }

    private static Trainer bind(Trainer trainer, Map<String, Object> settings, String where) {
        UnaryOperator<Record> bound = record -> BINDER.bind(record, settings, where);
        if (trainer instanceof Record record && bound.apply(record) instanceof Trainer changed) {
            return changed;
        }
        throw new IllegalStateException(trainer.name() + " is no record, so it has no settings to bind");
    }
}
