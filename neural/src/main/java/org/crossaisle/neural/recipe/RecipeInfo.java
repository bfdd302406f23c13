package org.crossaisle.neural.recipe;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What people want to know of a recipe before they try it.
 *
 * @param learns what it sees in the data, in a few words
 * @param needs what the shop must have for it to be worth anything, beside events
 */
public record RecipeInfo(String learns, String needs) {
    private static final Map<String, RecipeInfo> NAMED = new LinkedHashMap<>();

    static {
        put("popular", "what many bought", "nothing");
        put("popular-30-days", "what many bought of late", "times");
        put("popular-across-departments", "each department's best", "departments");
        put("itemknn", "what the same customers bought", "nothing");
        put("itemknn-attributes", "the same, trusted more where the catalog agrees", "categories, brands");
        put("content-based", "titles and pictures like those of the history", "titles, or vectors of items");
        put("transitions", "what follows what", "an order of events");
        put("ease", "each item from all others, linearly", "at most 20,000 known items");
        put("mf", "users and items as vectors (matrix factorisation)", "nothing");
        put("blend", "the counting recipes, weighted on validation", "nothing");
        put("gru", "the order of a history, by a GRU", "histories of 3 and more");
        put("lstm", "the order of a history, by an LSTM", "histories of 3 and more");
        put("transformer", "a history by attention (SASRec)", "histories of 3 and more");
        put("bsarec", "a history by attention and its slow part", "histories of 3 and more");
        put("bert4rec", "a history both ways, with gaps to fill", "histories of 3 and more");
        put("hstu", "a history by gated attention with times", "histories of 3 and more, times");
        put("youtube-dnn", "the mean of a history with its circumstances", "histories of 2 and more");
        put("multi-interest", "several tastes in one history (ComiRec)", "histories of 3 and more");
        put("text", "a history of items known by their titles (BERT)", "titles in English or Chinese");
        put("textcnn", "a history of items whose titles are read by filters", "titles");
        put("lambdamart", "the blend's best, ordered by boosted trees", "nothing");
        put("hybrid", "a deep recipe blended with the counting ones", "histories of 3 and more");
        put("best", "what we recommend for the shop at hand", "nothing");
        put("cross-category", "the best of a recipe, moved by which category comes next", "categories");
        put("guarded", "departments together, each no worse than alone", "departments");
        put("without-times", "what another recipe learns if it is told no times", "as the recipe in it");
        put("din", "a history as each candidate sees it, to rank the blend's best", "histories of 3 and more");
        put("wide-and-deep", "crossed categories and vectors, to rank the blend's best", "categories");
        put("pruned", "a deep recipe with less in its encoder", "as the recipe in it");
        put("int8", "a deep recipe, kept in 8 bits a number", "as the recipe in it");
    }

    private static void put(String name, String learns, String needs) {
        NAMED.put(name, new RecipeInfo(learns, needs));
    }

    /** That of a recipe by its name, as {@link Recipes#names()} has it. */
    public static Optional<RecipeInfo> of(String name) {
        return Optional.ofNullable(NAMED.get(name));
    }
}
