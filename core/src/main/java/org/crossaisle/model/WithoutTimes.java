package org.crossaisle.model;

import java.util.List;
import org.crossaisle.Help;
import org.crossaisle.catalog.Catalog;
import org.crossaisle.dataset.Dataset;
import org.crossaisle.dataset.Target;
import org.crossaisle.history.History;

/**
 * Another recipe trained and queried without times: it sees only the order of events, neither their times nor the
 * request time. Comparing it with the recipe itself shows the value of times.
 *
 * <p>Times are removed from the data, the validation targets and every query, so no part of the recipe can read one.
 * Models that count in a time window then count everything.
 *
 * @param of the recipe
 */
public record WithoutTimes(
        @Help("The recipe that gets no times.") Trainer of) implements Trainer {
    private static final String OF = "of";

    @Override
    public String name() {
        return "without-times";
    }

    @Override
    public Model fit(Dataset data, TrainingRun run) {
        return UntimedModel.of(of.fit(data.withoutTimes(), run));
    }

    @Override
    public Model fit(Dataset data, Fitted fitted, TrainingRun run) {
        return UntimedModel.of(of.fit(data.withoutTimes(), fitted.part(OF), run));
    }

    @Override
    public Chosen choose(Dataset data, List<Target> validation, TrainingRun run) {
        List<Target> untimed = validation.stream()
                .map(target ->
                        new Target(target.user(), target.history().withoutTimes(), target.item(), History.NO_TIME))
                .toList();
        Chosen chosen = of.choose(data.withoutTimes(), untimed, run);
        return new Chosen(
                UntimedModel.of(chosen.model()),
                new Frozen(
                        new WithoutTimes(chosen.frozen().recipe()),
                        Fitted.NONE.withPart(OF, chosen.frozen().fitted())));
    }

    @Override
    public Feasibility feasibility(Dataset data) {
        return of.feasibility(data);
    }

    @Override
    public Cost cost(Dataset data) {
        return of.cost(data);
    }

    /** Returns the state of the recipe. */
    @Override
    public Model load(State state, Catalog catalog) {
        return UntimedModel.of(of.load(state, catalog));
    }

    @Override
    public Model load(State state, Fitted fitted, Catalog catalog) {
        return UntimedModel.of(of.load(state, fitted.part(OF), catalog));
    }
}
