package org.crossaisle.dataset;

import java.util.List;
import java.util.Optional;
import org.crossaisle.history.History;

/**
 * What a model may be fitted on, chosen on and tested on. Made by {@link LeaveOneOut}, {@link TemporalSplit} or
 * {@link DepartmentEntries}.
 *
 * <p>Fit on {@code fit}; choose whatever is open on {@code validation}; fit again on {@code refit} with everything
 * frozen; look at {@code test} once. Under leave-one-out {@code refit} is {@code fit} itself: the validation item is
 * part of the history at test time and never trained on. The same holds for department entries, where users are held
 * out.
 *
 * @param name "leave-one-out", "temporal" or "department entries"
 * @param targets "last", "successive" or "entries"
 * @param fit what the first fit may see
 * @param validation what open settings are chosen on
 * @param refit what the final fit may see
 * @param test what is reported
 * @param requestTime the moment at which targets are asked for, those of the test and all that is learnt from alike
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

    /** One whose targets are asked for at their own time. */
    public Split(String name, String targets, Dataset fit, List<Target> validation, Dataset refit, List<Target> test) {
        this(name, targets, fit, validation, refit, test, RequestTime.TARGET);
    }

    /** True when the final model must be fitted again after choosing. */
    public boolean needsRefit() {
        return fit != refit;
    }

    /**
     * The same asked of the validation targets, with the test out of sight: for choosing among recipes. What is
     * reported then is what was chosen by, so it flatters.
     */
    public Split askedOnValidation() {
        return new Split(name, targets + ON_VALIDATION, fit, validation, fit, validation, requestTime);
    }

    /** True when this is {@link #askedOnValidation}, and says so. */
    public boolean isOnValidation() {
        return targets.endsWith(ON_VALIDATION);
    }

    /**
     * The same with only the core of what may be fitted on: rare users and items teach nothing then, while every target
     * is asked for as before, so figures of different cores can be compared.
     */
    public Split fittedOn(KCore core) {
        Dataset first = core.of(fit);
        return new Split(name, targets, first, validation, needsRefit() ? core.of(refit) : first, test, requestTime);
    }

    /**
     * The same asked at another moment. Asked at the last event, targets forget when they happened, so that nothing can
     * read it.
     *
     * @throws IllegalStateException when a target lies within the time that is fitted on, or the targets' own times,
     *     which are asked for, were forgotten before
     */
    public Split askedAt(RequestTime moment) {
        if (moment == requestTime) {
            return this;
        }
        if (moment == RequestTime.TARGET) {
            throw new IllegalStateException("the targets are asked for at " + requestTime.inWords()
                    + " and have forgotten their own; split the data again");
        }
        requireLaterTargets();
        return new Split(name, targets, fit, asked(validation, moment), refit, asked(test, moment), moment);
    }

    private static List<Target> asked(List<Target> targets, RequestTime moment) {
        return targets.stream().map(moment::of).toList();
    }

    /** The moment at which targets are asked for; empty where the data tell no times, and all moments are one. */
    public Optional<RequestTime> knownRequestTime() {
        return refit.latestTime() == History.NO_TIME ? Optional.empty() : Optional.of(requestTime);
    }

    /**
     * Checks that all targets happened after everything that is fitted on before they are asked for, where the split is
     * one by time. Nothing is left to check once targets have forgotten when they happened.
     *
     * @throws IllegalStateException when one did not
     */
    public void requireLaterTargets() {
        if (needsRefit() && requestTime == RequestTime.TARGET) {
            requireLater("fit", fit, "validation", validation);
            requireLater("refit", refit, "test", test);
        }
    }

    private static void requireLater(String fitted, Dataset data, String asked, List<Target> targets) {
        long latest = data.latestTime();
        for (Target target : targets) {
            if (target.time() != History.NO_TIME && target.time() <= latest) {
                throw new IllegalStateException("the data of the " + fitted + " go to " + latest
                        + " seconds, a target of the " + asked + " is at " + target.time()
                        + ": somebody's future would be trained on");
            }
        }
    }
}
