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
import org.crossaisle.model.HoldoutUsers;
import org.crossaisle.model.Model;
import org.crossaisle.model.State;
import org.crossaisle.model.Trainer;
import org.crossaisle.model.TrainingRun;

/**
 * Another recipe, trained on all departments together, with a guard against departments that lose by it. Choosing
 * trains the recipe on each department alone as well, and judges both on targets of users on whom neither was chosen.
 * Where the 95 % interval of the difference lies wholly below 0, the department falls back: a model of its own says the
 * order of its items. Departments with too few targets to judge by stay together, and so does everything in a shop of
 * one department.
 *
 * <p>What is chosen on validation (trees, weights, epochs) fits the targets it was chosen on, and few targets more
 * closely than many, so targets that chose cannot judge: hence the users set apart.
 *
 * @param of the recipe
 * @param minimum a department with fewer targets to judge by is not judged, at least 2
 * @param judging which share of the users of validation judges and does not choose, in (0, 1)
 * @param departments that fall back, by name; empty: to be found
 * @param alone the recipe of each of them: [departments]
 * @param findings what was found, a sentence for each department that was judged; nothing depends on them
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

    /** Around a recipe, with everything open. */
    public static Guarded of(Trainer recipe) {
        return new Guarded(recipe, 50, 0.33, List.of(), List.of(), List.of());
    }

    @Override
    public String name() {
        return "guarded";
    }

    /** With no department that falls back the model is that of the recipe itself. */
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

    /** Settles what is open in the recipes, the departments being given. */
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

    /** Why a department cannot be trained alone; what is no fault of its size is thrown on. */
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

    /** Says what the guard does not look at: a sentence, or none. */
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

    /**
     * Every department alone is its part of all once more; that some of them fall back does not show in what is kept.
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
