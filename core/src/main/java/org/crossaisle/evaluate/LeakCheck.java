package org.crossaisle.evaluate;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.crossaisle.dataset.Dataset;
import org.crossaisle.dataset.RequestTime;
import org.crossaisle.dataset.Split;
import org.crossaisle.dataset.Target;
import org.crossaisle.model.Model;

/**
 * Checks that stop a leaking evaluation: a target within the data used for fitting, a test target used for choosing, or
 * a model that cannot score every item.
 */
public final class LeakCheck {
    private LeakCheck() {}

    /**
     * Checks a split before anything is fitted.
     *
     * @throws IllegalStateException when it leaks; the message says what
     */
    public static void of(Split split) {
        check("fit", split.fit(), "validation", split.validation(), split.requestTime());
        check("refit", split.refit(), "test", split.test(), split.requestTime());
        split.requireLaterTargets();
        if (split.isOnValidation()) {
            return; // validation and test targets are the same here, and the report says so
        }
        Set<String> validation = new HashSet<>();
        split.validation().forEach(target -> validation.add(key(target)));
        for (Target target : split.test()) {
            if (validation.contains(key(target))) {
                throw new IllegalStateException(
                        "user number " + target.user()
                                + " has a target that is in both validation and test: what is chosen would be chosen on the test");
            }
        }
    }

    /** The key of a target: the interaction at one position of one user's history. */
    private static String key(Target target) {
        return target.user() + " " + target.history().size() + " " + target.item();
    }

    private static void check(String fitted, Dataset data, String asked, List<Target> targets, RequestTime moment) {
        for (Target target : targets) {
            int known = data.history(target.user()).size();
            if (known > target.history().size()) {
                throw new IllegalStateException("the data of the " + fitted + " hold " + known
                        + " interactions of user number " + target.user() + ", the history at a target of the " + asked
                        + " only " + target.history().size() + ": the target would be trained on");
            }
            long expected = moment.of(target.history(), target.time());
            if (target.time() != expected) {
                throw new IllegalStateException("a target of the " + asked + " is asked for at " + target.time()
                        + " seconds, though the split asks at " + moment.inWords() + ", which is " + expected
                        + ": the model would know when the target happened");
            }
        }
    }

    /**
     * Checks a model before it is evaluated.
     *
     * @throws IllegalStateException when it does not score the whole catalog
     */
    public static void of(Model model, Dataset data) {
        if (model.items() != data.catalog().size()) {
            throw new IllegalStateException("the model scores " + model.items() + " items, the catalog has "
                    + data.catalog().size() + ": every item is a candidate for every model, new ones too");
        }
    }
}
