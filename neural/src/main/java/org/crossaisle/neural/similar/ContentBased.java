package org.crossaisle.neural.similar;

import java.util.BitSet;
import java.util.List;
import org.crossaisle.Bounds;
import org.crossaisle.Help;
import org.crossaisle.RecsException;
import org.crossaisle.catalog.Catalog;
import org.crossaisle.dataset.Dataset;
import org.crossaisle.model.Cost;
import org.crossaisle.model.Model;
import org.crossaisle.model.State;
import org.crossaisle.model.Trainer;
import org.crossaisle.model.TrainingRun;
import org.crossaisle.neural.content.setting.ContentSettings;
import org.crossaisle.neural.content.vector.ContentVectors;
import org.crossaisle.neural.item.ItemContent;

/**
 * A content-based recipe: it recommends items whose titles, pictures or other content are similar to those in the
 * history, regardless of who interacted with them. It therefore reaches items without any interaction and items of
 * other departments, for example a dress and a doll named after the same film.
 *
 * <p>Sources: Pazzani and Billsus, Content-based recommendation systems, in The Adaptive Web, 2007 (the cosine with a
 * profile of the user); Su, Cao, Liu and Ou, Whitening sentence representations for better semantics and faster
 * retrieval, 2021, arXiv 2103.15316.
 *
 * @param content which content of the items is read
 * @param recency factor by which an interaction's weight shrinks with each later one, in (0, 1]
 */
public record ContentBased(
        @Help("Content that is compared.") ContentSettings content,

        @Help("Weight an interaction keeps after each later one, in [0, 1].")
        double recency)
        implements Trainer {
    /** The recipe's name. */
    public static final String NAME = "content-based";

    public static final ContentBased DEFAULTS = new ContentBased(ContentSettings.DEFAULTS, 0.7);

    public ContentBased {
        Bounds.share("recency", recency);
        if (content.isEmpty()) {
            throw new IllegalArgumentException(
                    "content is empty; expected one of content.text, content.vectors, content.image and content.sound");
        }
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Model fit(Dataset data, TrainingRun run) {
        BitSet known = data.knownItems();
        List<ContentVectors> parts = ItemContent.of(content, data.catalog(), known, run.progress());
        if (parts.isEmpty()) {
            throw new RecsException(
                    RecsException.Code.DATA_INSUFFICIENT,
                    NAME
                            + " needs at least two training items with different titles, pictures, sounds or vectors; too few of"
                            + " the " + known.cardinality() + " training items have any");
        }
        return new ContentModel(parts, recency, data.itemCounts());
    }

    @Override
    public Cost cost(Dataset data) {
        long values = (long) data.catalog().size() * (content.dimensions() + 1);
        return new Cost(values, values * Float.BYTES, 0, 0, values);
    }

    @Override
    public Model load(State state, Catalog catalog) {
        return ContentModel.load(state, recency, catalog);
    }
}
