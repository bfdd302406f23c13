package org.crossaisle.model.department;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.crossaisle.Bounds;
import org.crossaisle.Help;
import org.crossaisle.Progress;
import org.crossaisle.RecsException;
import org.crossaisle.catalog.Catalog;
import org.crossaisle.dataset.Dataset;
import org.crossaisle.dataset.Target;
import org.crossaisle.model.Cost;
import org.crossaisle.model.Feasibility;
import org.crossaisle.model.Fitted;
import org.crossaisle.model.Frozen;
import org.crossaisle.model.HoldoutUsers;
import org.crossaisle.model.Model;
import org.crossaisle.model.State;
import org.crossaisle.model.Trainer;
import org.crossaisle.model.TrainingRun;

/**
 * A recipe trained on all departments together, with a fallback for departments that joint training makes worse.
 * Choosing also trains the recipe on each department alone, and compares both on targets of users who were not used for
 * choosing either. When the 95 % interval of the difference is entirely below 0, the department falls back to a model
 * of its own, which orders its items. Departments with too few targets to compare stay in the joint model, and so does
 * everything in a shop with one department.
 *
 * <p>Choices on validation (trees, weights, epochs) overfit the targets they were made on, and few targets more than
 * many. The comparison therefore uses users held out from these choices.
 *
 * <p>Which departments fall back, and the recipe of each, are {@link Fitted}, and so are the findings: a sentence for
 * each department, for information only.
 *
 * @param of the recipe
 * @param minimum the fewest held-out targets for a department to be compared, at least 2
 * @param judging the share of validation users held out for the comparison, in (0, 1)
 */
public record Guarded(
        @Help("The recipe to guard.") Trainer of,

        @Help("Fewest held-out targets for a department to be compared, at least 2.")
        int minimum,

        @Help("Share of validation users held out for the comparison, in (0, 1).")
        double judging)
        implements Trainer {
    static final String TOGETHER = "together";
    static final String ALONE = "alone-";

    private static final String TASK = "Guarding";
    private static final String OF = "of";
    private static final String FINDINGS = "findings";

    public Guarded {
        Bounds.atLeast("minimum", minimum, 2);
        Bounds.properShare("judging", judging);
    }

    /** Wraps a recipe. */
    public static Guarded of(Trainer recipe) {
        return new Guarded(recipe, 50, 0.33);
    }

    @Override
    public String name() {
        return "guarded";
    }

    /** Without validation no department falls back, and this is the recipe's own model. */
    @Override
    public Model fit(Dataset data, TrainingRun run) {
        return fit(data, Fitted.NONE, run);
    }

    @Override
    public Model fit(Dataset data, Fitted fitted, TrainingRun run) {
        Model together = of.fit(data, fitted.part(OF), run.part(TOGETHER));
        return guarded(
                together,
                alone(
                        fitted,
                        data.catalog(),
                        (department, recipe, part) -> recipe.fit(department.within(data), run.part(part))));
    }

    /** Makes the model of a department that falls back. */
    private interface ModelOfDepartment {
        Model of(Department department, Frozen recipe, String part);
    }

    private static List<GuardedModel.Alone> alone(Fitted fitted, Catalog catalog, ModelOfDepartment maker) {
        List<GuardedModel.Alone> models = new ArrayList<>();
        fitted.recipes().forEach((name, recipe) -> {
            Department department = Department.named(name, catalog);
            models.add(new GuardedModel.Alone(department, maker.of(department, recipe, ALONE + models.size())));
        });
        return models;
    }

    @Override
    public Chosen choose(Dataset data, List<Target> validation, TrainingRun run) {
        List<Department> all = Department.of(data.catalog());
        HoldoutUsers judges = new HoldoutUsers(data.users(), judging, run.seed());
        List<Target> judged = judges.holdout(validation).stream()
                .filter(target -> !target.history().contains(target.item()))
                .toList();
        List<Department> enough = all.size() < 2
                ? List.of()
                : all.stream()
                        .filter(department -> department.targets(judged).size() >= minimum)
                        .toList();
        List<String> found = new ArrayList<>(unjudged(all, enough, run.progress()));
        if (enough.isEmpty()) {
            Chosen chosen = of.choose(data, validation, run.part(TOGETHER));
            return new Chosen(chosen.model(), with(chosen.frozen(), Fitted.NONE, found));
        }
        List<Target> choosing = judges.choosing(validation);
        Chosen together = of.choose(data, choosing, run.part(TOGETHER));
        List<GuardedModel.Alone> models = new ArrayList<>();
        Fitted alone = Fitted.NONE;
        for (Department department : enough) {
            try {
                TrainingRun own = run.part(ALONE + all.indexOf(department));
                Chosen chosen = chosen(of, department, data, choosing, own);
                DepartmentComparison verdict =
                        verdict(department, together.model(), chosen.model(), department.targets(judged));
                if (verdict.fallsBack()) { // only then is its model kept
                    models.add(new GuardedModel.Alone(department, chosen.model()));
                    alone = alone.withRecipe(department.name(), chosen.frozen());
                }
                found.add(said(verdict.toString(), run.progress()));
            } catch (RecsException e) {
                found.add(said(department.name() + ": together, since alone " + reason(e), run.progress()));
            }
        }
        return new Chosen(guarded(together.model(), models), with(together.frozen(), alone, found));
    }

    private static Chosen chosen(
            Trainer recipe, Department department, Dataset data, List<Target> validation, TrainingRun run) {
        List<Target> own =
                department.targets(validation).stream().map(department::within).toList();
        return recipe.choose(department.within(data), own, run);
    }

    private static DepartmentComparison verdict(
            Department department, Model together, Model alone, List<Target> targets) {
        DepartmentRanking judge = new DepartmentRanking(department);
        return DepartmentComparison.of(
                department.name(), targets, judge.together(together, targets), judge.alone(alone, targets));
    }

    /** The reason why a department cannot be trained alone; failures not due to its size are rethrown. */
    private static String reason(RecsException e) {
        if (e.code() != RecsException.Code.DATA_INSUFFICIENT && e.code() != RecsException.Code.TOO_LARGE) {
            throw e;
        }
        return String.valueOf(e.getMessage());
    }

    private static String said(String text, Progress progress) {
        try (Progress.Task task = progress.start(TASK, -1, "departments")) {
            task.note(text);
        }
        return text;
    }

    /** A sentence on the departments that are not compared, or none. */
    private List<String> unjudged(List<Department> all, List<Department> enough, Progress progress) {
        if (all.size() >= 2 && enough.size() == all.size()) {
            return List.of();
        }
        String text = all.size() < 2
                ? "nothing to guard: the shop has " + (all.isEmpty() ? "no department" : "one department")
                : all.stream()
                        .filter(department -> !enough.contains(department))
                        .map(Department::name)
                        .collect(Collectors.joining(
                                "; ", "", ": together, fewer than " + minimum + " validation targets in each"));
        return List.of(said(text, progress));
    }

    private Frozen with(Frozen together, Fitted alone, List<String> found) {
        return new Frozen(
                new Guarded(together.recipe(), minimum, judging),
                alone.withPart(OF, together.fitted()).withTexts(FINDINGS, found));
    }

    private static Model guarded(Model together, List<GuardedModel.Alone> models) {
        return models.isEmpty() ? together : new GuardedModel(together, models);
    }

    @Override
    public Feasibility feasibility(Dataset data) {
        return of.feasibility(data);
    }

    /**
     * Training every department alone adds its part of the total cost once more; the estimate ignores that only some of
     * them are kept.
     */
    @Override
    public Cost cost(Dataset data) {
        Cost once = of.cost(data);
        return once.plus(new Cost(0, 0, once.nativeBytes(), once.matrixOperations(), once.otherOperations()));
    }

    @Override
    public Model load(State state, Catalog catalog) {
        return load(state, Fitted.NONE, catalog);
    }

    @Override
    public Model load(State state, Fitted fitted, Catalog catalog) {
        if (fitted.recipes().isEmpty()) {
            return of.load(state, fitted.part(OF), catalog);
        }
        Model together = of.load(state.part(TOGETHER), fitted.part(OF), catalog);
        return guarded(
                together, alone(fitted, catalog, (department, recipe, part) -> recipe.load(state.part(part), catalog)));
    }
}
