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
                throw new IllegalStateException("user number " + target.user()
                        + " has a target that is in both validation and test: model selection would use the test");
            }
        }
    }

    /** The key of a target: the interaction at one position of one user's history. */
    private static String key(Target target) {
        return target.user() + " " + target.history().size() + " " + target.item();
    }

    private static void check(String fitted, Dataset data, String kind, List<Target> targets, RequestTime moment) {
        for (Target target : targets) {
            int known = data.history(target.user()).size();
            if (known > target.history().size()) {
                throw new IllegalStateException("the " + fitted + " data hold " + known
                        + " interactions of user number " + target.user() + ", but the history of a " + kind
                        + " target only " + target.history().size() + ": the model would be trained on the target");
            }
            long expected = moment.of(target.history(), target.time());
            if (target.time() != expected) {
                throw new IllegalStateException("the request time of a " + kind + " target is " + target.time()
                        + " seconds, expected " + moment.inWords() + ", " + expected
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
                    + data.catalog().size() + ": every model must score every item, new ones too");
        }
    }
}
