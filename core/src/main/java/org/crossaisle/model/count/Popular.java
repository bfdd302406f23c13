package org.crossaisle.model.count;

import org.crossaisle.Bounds;
import org.crossaisle.Help;
import org.crossaisle.PublicApi;
import org.crossaisle.catalog.Catalog;
import org.crossaisle.dataset.Dataset;
import org.crossaisle.model.Cost;
import org.crossaisle.model.Model;
import org.crossaisle.model.State;
import org.crossaisle.model.Trainer;
import org.crossaisle.model.TrainingRun;

/**
 * Popularity: the number of interactions of an item, in all data or in the days before the query. The scores are the
 * same for all users.
 *
 * @param days the number of days that count before the time of the query, or before the end of the data if that is
 *     earlier; 0 for all. Data without times count completely.
 * @param acrossDepartments true to give every department's best item before any department's second, and so on: a first
 *     list for an unknown user
 */
@PublicApi
public record Popular(
        @Help("Days before the query that count, at least 0; 0: all.")
        int days,

        @Help("Gives the best item of every department before any department's second.")
        boolean acrossDepartments)
        implements Trainer {
    public Popular() {
        this(0, false);
    }

    public Popular {
        Bounds.atLeast("days", days, 0);
    }

    @Override
    public String name() {
        return "popular" + (days == 0 ? "" : "-" + days + "-days") + (acrossDepartments ? "-across-departments" : "");
    }

    @Override
    public Model fit(Dataset data, TrainingRun run) {
        return new PopularModel(TimedItems.of(data), days, departments(data.catalog()));
    }

    @Override
    public Cost cost(Dataset data) {
        return new Cost(data.catalog().size(), 12L * data.interactions(), 0, 0, data.interactions());
    }

    @Override
    public Model load(State state, Catalog catalog) {
        return new PopularModel(TimedItems.load(state, catalog.size()), days, departments(catalog));
    }

    private Departments departments(Catalog catalog) {
        return acrossDepartments ? Departments.of(catalog) : Departments.NONE;
    }
}
