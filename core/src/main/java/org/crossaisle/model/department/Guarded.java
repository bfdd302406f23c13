package org.crossaisle.model.department;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.crossaisle.Bounds;
import org.crossaisle.Progress;
import org.crossaisle.RecsException;
import org.crossaisle.catalog.Catalog;
import org.crossaisle.dataset.Dataset;
import org.crossaisle.dataset.Target;
import org.crossaisle.model.Cost;
import org.crossaisle.model.Feasibility;
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
 * @param of the recipe
 * @param minimum the fewest held-out targets for a department to be compared, at least 2
 * @param judging the share of validation users held out for the comparison, in (0, 1)
 * @param departments that fall back, by name; empty: to be determined
 * @param alone the recipe of each of them: [departments]
 * @param findings the results, a sentence for each compared department; for information only
 */
public record Guarded(
        Trainer of, int minimum, double judging, List<String> departments, List<Trainer> alone, List<String> findings)
        implements Trainer {
    static final String TOGETHER = "together";
    static final String ALONE = "alone-";

    private static final String TASK = "Guarding";

    public Guarded {
        departments = List.copyOf(departments);
        alone = List.copyOf(alone);
        findings = List.copyOf(findings);
        Bounds.atLeast("minimum", minimum, 2);
        Bounds.properShare("judging", judging);
        if (departments.size() != alone.size()) {
            throw new IllegalArgumentException("there are " + alone.size() + " recipes alone for " + departments.size()
                    + " departments; give one for each");
        }
    }

    /** Wraps a recipe with all settings open. */
    public static Guarded of(Trainer recipe) {
        return new Guarded(recipe, 50, 0.33, List.of(), List.of(), List.of());
    }

    @Override
    public String name() {
        return "guarded";
    }

    /** Without departments that fall back, this is the recipe's own model. */
    @Override
    public Model fit(Dataset data, TrainingRun run) {
        Model together = of.fit(data, run.part(TOGETHER));
        List<Department> own = own(data.catalog(), RecsException.Code.SETTING_INVALID);
        List<GuardedModel.Alone> models = new ArrayList<>();
        for (int at = 0; at < own.size(); at++) {
            Department department = own.get(at);
            models.add(new GuardedModel.Alone(
                    department, alone.get(at).fit(department.within(data), run.part(ALONE + at))));
        }
        return guarded(together, models);
    }

    @Override
    public Chosen choose(Dataset data, List<Target> validation, TrainingRun run) {
        if (!departments.isEmpty()) {
            return settled(data, validation, run);
        }
        List<Department> all = Department.of(data.catalog());
        HoldoutUsers judges = new HoldoutUsers(data.users(), judging, run.seed());
        List<Target> judged = judges.judging(validation).stream()
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
            return new Chosen(chosen.model(), with(chosen.frozen(), List.of(), List.of(), found));
        }
        List<Target> choosing = judges.choosing(validation);
        Chosen together = of.choose(data, choosing, run.part(TOGETHER));
        List<GuardedModel.Alone> models = new ArrayList<>();
        List<Trainer> recipes = new ArrayList<>();
        for (Department department : enough) {
            try {
                TrainingRun own = run.part(ALONE + all.indexOf(department));
                Chosen chosen = chosen(of, department, data, choosing, own);
                DepartmentComparison verdict =
                        verdict(department, together.model(), chosen.model(), department.targets(judged));
                if (verdict.fallsBack()) { // only then is its model kept
                    models.add(new GuardedModel.Alone(department, chosen.model()));
                    recipes.add(chosen.frozen());
                }
                found.add(said(verdict.toString(), run.progress()));
            } catch (RecsException e) {
                found.add(said(department.name() + ": together, since alone " + reason(e), run.progress()));
            }
        }
        List<String> names = models.stream().map(one -> one.department().name()).toList();
        return new Chosen(guarded(together.model(), models), with(together.frozen(), names, recipes, found));
    }

    /** Chooses the open settings of the recipes for given departments. */
    private Chosen settled(Dataset data, List<Target> validation, TrainingRun run) {
        Chosen together = of.choose(data, validation, run.part(TOGETHER));
        List<Department> own = own(data.catalog(), RecsException.Code.SETTING_INVALID);
        List<GuardedModel.Alone> models = new ArrayList<>();
        List<Trainer> recipes = new ArrayList<>();
        for (int at = 0; at < own.size(); at++) {
            Chosen chosen = chosen(alone.get(at), own.get(at), data, validation, run.part(ALONE + at));
            models.add(new GuardedModel.Alone(own.get(at), chosen.model()));
            recipes.add(chosen.frozen());
        }
        return new Chosen(guarded(together.model(), models), with(together.frozen(), departments, recipes, findings));
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
                                "; ", "", ": together, fewer than " + minimum + " targets to judge by in each"));
        return List.of(said(text, progress));
    }

    private Guarded with(Trainer recipe, List<String> names, List<Trainer> recipes, List<String> found) {
        return new Guarded(recipe, minimum, judging, names, recipes, found);
    }

    private List<Department> own(Catalog catalog, RecsException.Code code) {
        return Department.named(departments, catalog, code);
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
        if (departments.isEmpty()) {
            return of.load(state, catalog);
        }
        Model together = of.load(state.part(TOGETHER), catalog);
        List<Department> own = own(catalog, RecsException.Code.ARTIFACT_UNREADABLE);
        List<GuardedModel.Alone> models = new ArrayList<>();
        for (int at = 0; at < own.size(); at++) {
            models.add(new GuardedModel.Alone(own.get(at), alone.get(at).load(state.part(ALONE + at), catalog)));
        }
        return guarded(together, models);
    }
}
