package org.crossaisle.dataset;

import java.util.List;
import java.util.Optional;
import org.crossaisle.history.History;

/**
 * The data for fitting, validating and testing a model. Made by {@link LeaveOneOut}, {@link TemporalSplit} or
 * {@link DepartmentEntries}.
 *
 * <p>Fit on {@code fit}; choose open settings on {@code validation}; fit again on {@code refit} with all settings
 * frozen; use {@code test} once. Under leave-one-out {@code refit} is {@code fit} itself: the validation item is part
 * of the history at test time and never trained on. The same applies to department entries, where users are held out.
 *
 * @param name "leave-one-out", "temporal" or "department entries"
 * @param targets "last", "successive" or "entries"
 * @param fit the data of the first fit
 * @param validation the targets on which open settings are chosen
 * @param refit the data of the final fit
 * @param test the targets that are reported
 * @param requestTime the request time of the targets, in test and in training
 */
public record Split(
        String name,
        String targets,
        Dataset fit,
        List<Target> validation,
        Dataset refit,
        List<Target> test,
        RequestTime requestTime) {
    private static final String ON_VALIDATION = ", on validation";

    public Split {
        validation = List.copyOf(validation);
        test = List.copyOf(test);
    }

    /** A split whose request times are the targets' own times. */
    public Split(String name, String targets, Dataset fit, List<Target> validation, Dataset refit, List<Target> test) {
        this(name, targets, fit, validation, refit, test, RequestTime.TARGET);
    }

    /** True when the final model must be fitted again after choosing. */
    public boolean needsRefit() {
        return fit != refit;
    }

    /**
     * This split with the validation targets in place of the test targets, for choosing among recipes. The results are
     * optimistic, because they are reported on the targets used for the choice.
     */
    public Split validationAsTest() {
        return new Split(name, targets + ON_VALIDATION, fit, validation, fit, validation, requestTime);
    }

    /** This split with other validation targets, such as a sample of its own. */
    public Split withValidation(List<Target> other) {
        return new Split(name, targets, fit, other, refit, test, requestTime);
    }

    /** True when this split was made by {@link #validationAsTest}. */
    public boolean isOnValidation() {
        return targets.endsWith(ON_VALIDATION);
    }

    /**
     * This split with only the core of the data for fitting. Rare users and items are not used for training, but all
     * targets stay, so results of different cores can be compared.
     */
    public Split fittedOn(KCore core) {
        Dataset first = core.of(fit);
        return new Split(name, targets, first, validation, needsRefit() ? core.of(refit) : first, test, requestTime);
    }

    /**
     * This split with another request time. At the last event, targets lose their own times, so that nothing can read
     * them.
     *
     * @throws IllegalStateException when a target is within the time used for fitting, or when the targets' own times
     *     are requested but were dropped before
     */
    public Split withRequestTime(RequestTime moment) {
        if (moment == requestTime) {
            return this;
        }
        if (moment == RequestTime.TARGET) {
            throw new IllegalStateException("the request time is " + requestTime.inWords()
                    + ", so the targets have lost their own times; split the data again");
        }
        requireLaterTargets();
        return new Split(
                name,
                targets,
                fit,
                withRequestTimes(validation, moment),
                refit,
                withRequestTimes(test, moment),
                moment);
    }

    private static List<Target> withRequestTimes(List<Target> targets, RequestTime moment) {
        return targets.stream().map(moment::of).toList();
    }

    /** The request time of the targets; empty when the data have no times. */
    public Optional<RequestTime> knownRequestTime() {
        return refit.latestTime() == History.NO_TIME ? Optional.empty() : Optional.of(requestTime);
    }

    /**
     * Checks, for a temporal split, that all targets happened after the data that the model is fitted on. There
     * is nothing to check once targets have lost their own times.
     *
     * @throws IllegalStateException when a target did not
     */
    public void requireLaterTargets() {
        if (needsRefit() && requestTime == RequestTime.TARGET) {
            requireLater("fit", fit, "validation", validation);
            requireLater("refit", refit, "test", test);
        }
    }

    private static void requireLater(String fitted, Dataset data, String kind, List<Target> targets) {
        long latest = data.latestTime();
        for (Target target : targets) {
            if (target.time() != History.NO_TIME && target.time() <= latest) {
                throw new IllegalStateException("the " + fitted + " data go up to " + latest + " seconds, but a " + kind
                        + " target is at " + target.time() + ": the model would be trained on the future");
            }
        }
    }
}
