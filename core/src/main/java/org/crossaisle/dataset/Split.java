package org.crossaisle.dataset;

import java.util.List;

/**
 * What a model may be fitted on, chosen on and tested on. Made by {@link LeaveOneOut}, {@link TemporalSplit} or
 * {@link DepartmentEntries}.
 *
 * <p>Fit on {@code fit}; choose whatever is open on {@code validation}; fit again on {@code refit} with everything frozen;
 * look at {@code test} once. Under leave-one-out {@code refit} is {@code fit} itself: the validation item is part of the
 * history at test time and never trained on. The same holds for department entries, where users are held out.
 *
 * @param name "leave-one-out", "temporal" or "department entries"
 * @param targets "last", "successive" or "entries"
 * @param fit what the first fit may see
 * @param validation what open settings are chosen on
 * @param refit what the final fit may see
 * @param test what is reported
 */
public record Split(
        String name, String targets, Dataset fit, List<Target> validation, Dataset refit, List<Target> test) {
    private static final String ON_VALIDATION = ", on validation";

    public Split {
        validation = List.copyOf(validation);
        test = List.copyOf(test);
    }

    /** True when the final model must be fitted again after choosing. */
    public boolean needsRefit() {
        return fit != refit;
    }

    /**
     * The same asked of the validation targets, with the test out of sight: for choosing among recipes. What is reported then is
     * what was chosen by, so it flatters.
     */
    public Split askedOnValidation() {
        return new Split(name, targets + ON_VALIDATION, fit, validation, fit, validation);
    }

    /** True when this is {@link #askedOnValidation}, and says so. */
    public boolean isOnValidation() {
        return targets.endsWith(ON_VALIDATION);
    }

    /**
     * The same with only the core of what may be fitted on: rare users and items teach nothing then, while every target is asked
     * for as before, so figures of different cores can be compared.
     */
    public Split fittedOn(KCore core) {
        Dataset first = core.of(fit);
        return new Split(name, targets, first, validation, needsRefit() ? core.of(refit) : first, test);
    }
}
