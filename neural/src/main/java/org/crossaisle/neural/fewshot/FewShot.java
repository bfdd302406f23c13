package org.crossaisle.neural.fewshot;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.crossaisle.Bounds;
import org.crossaisle.Progress;
import org.crossaisle.RecsException;
import org.crossaisle.catalog.CategoryPath;
import org.crossaisle.dataset.Dataset;
import org.crossaisle.dataset.LeaveOneOut;
import org.crossaisle.dataset.RequestTime;
import org.crossaisle.dataset.Split;
import org.crossaisle.dataset.Target;
import org.crossaisle.history.History;
import org.crossaisle.model.Model;
import org.crossaisle.model.TrainingRun;

/**
 * A few-shot experiment that measures how a model adapts to a department that is new to it. For several numbers of
 * events of the new department, it compares a model fine-tuned on them with the old model and with one trained from
 * scratch on the same events. The target is the first event in the department of held-out users.
 *
 * <p>The old model is trained once, with the first seed, for as long as its own validation improves. The seeds
 * determine the sampled events and the trainings on them; the held-out users are the same for all.
 *
 * @param transfer how the model is fine-tuned, and by which recipe
 * @param events numbers of events of the department, one for each row of the curve, each at least 1
 * @param others number of users besides those who crossed into the department
 * @param targets maximum number of held-out users, half to choose epochs and half to judge
 * @param seeds at least one
 * @param requestTime the time at which predictions for the held-out events are requested, also used in all training
 */
public record FewShot(
        Transfer transfer, List<Integer> events, int others, int targets, List<Long> seeds, RequestTime requestTime) {
    /** Default numbers of events for the curve. */
    public static final List<Integer> EVENTS = List.of(10, 50, 100, 500);

    public FewShot {
        events = List.copyOf(events);
        seeds = List.copyOf(seeds);
        events.forEach(count -> Bounds.atLeast("events", count, 1));
        Bounds.atLeast("events", events.size(), 1);
        Bounds.atLeast("users", others, 0);
        Bounds.atLeast("targets", targets, 4);
        Bounds.atLeast("seeds", seeds.size(), 1);
    }

    /**
     * Runs the experiment.
     *
     * @param department the department to treat as new
     * @throws RecsException SETTING_INVALID if there is no such department, DATA_INSUFFICIENT if it has fewer training
     *     events than the smallest row needs
     */
    public LearningCurve measure(Dataset data, CategoryPath department, Progress progress) {
        NewDepartment newDepartment = new NewDepartment(data, department, others, targets, seeds.get(0));
        List<Integer> possible =
                events.stream().filter(count -> count <= newDepartment.events()).toList();
        if (possible.isEmpty()) {
            throw new RecsException(
                    RecsException.Code.DATA_INSUFFICIENT,
                    newDepartment.heldOut().size() + " users who crossed into " + String.join(">", department.levels())
                            + " are held out, and the others have " + newDepartment.events()
                            + " events in it; expected at least "
                            + events.stream().min(Integer::compare).orElse(1));
        }
        Dataset before = newDepartment.old();
        Split split = new LeaveOneOut().of(before).withRequestTime(requestTime);
        List<Target> heldOut =
                newDepartment.heldOut().stream().map(requestTime::of).toList();
        Model old = transfer.of()
                .choose(
                        split.fit(),
                        split.validation(),
                        run(seeds.get(0), progress).part("old"))
                .model();
        List<LearningCurve.Point> points = new ArrayList<>();
        for (int count : possible) {
            for (long seed : seeds) {
                Transfer.Outcome outcome = transfer.transfer(
                        old, newDepartment.sample(count, seed), heldOut, newDepartment.items(), run(seed, progress));
                points.add(new LearningCurve.Point(
                        count, seed, outcome.old(), outcome.scratch(), outcome.transferred(), outcome.taken()));
            }
        }
        return new LearningCurve(
                String.join(">", department.levels()),
                before.interactions(),
                newDepartment.events(),
                heldOut.size(),
                before.latestTime() == History.NO_TIME ? Optional.empty() : Optional.of(requestTime),
                points);
    }

    private TrainingRun run(long seed, Progress progress) {
        return new TrainingRun(seed, progress, Optional.empty()).withRequestTime(requestTime);
    }
}
