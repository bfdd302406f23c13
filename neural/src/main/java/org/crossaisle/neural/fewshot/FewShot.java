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
 * The measurement of how a model comes to know a department that is new to it: further trained on so many events of it, beside
 * the old model and one trained from scratch on the same events. Foreseen is the first event in it of users who are held out.
 *
 * <p>The old model is trained once, on the first seed, for as long as its own validation gets better. Seeds draw the few events
 * and the trainings on them; the held-out users are the same for all.
 *
 * @param transfer how is further trained, and by which recipe
 * @param events how many events of the department: rows of the curve, each at least 1
 * @param others how many users take part beside those who crossed into the department
 * @param targets how many users are held out at most, half to choose epochs by and half to judge
 * @param seeds at least one
 * @param requestTime the moment at which the held-out events are asked for, and all that is learnt from alike
 */
public record FewShot(
        Transfer transfer, List<Integer> events, int others, int targets, List<Long> seeds, RequestTime requestTime) {
    /** Events at which the curve is usually looked at. */
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
     * Trains and measures.
     *
     * @param department which is taken for new
     * @throws RecsException SETTING_INVALID when there is no such department, DATA_INSUFFICIENT when fewer events of it can be learnt
     *     from than the shortest row asks for
     */
    public LearningCurve measure(Dataset data, CategoryPath department, Progress progress) {
        NewDepartment fresh = new NewDepartment(data, department, others, targets, seeds.get(0));
        List<Integer> possible =
                events.stream().filter(count -> count <= fresh.events()).toList();
        if (possible.isEmpty()) {
            throw new RecsException(
                    RecsException.Code.DATA_INSUFFICIENT,
                    "of the users who crossed into " + String.join(">", department.levels()) + " "
                            + fresh.heldOut().size() + " are held out, and the others have " + fresh.events()
                            + " events in it; expected "
                            + events.stream().min(Integer::compare).orElse(1));
        }
        Dataset before = fresh.old();
        Split split = new LeaveOneOut().of(before).askedAt(requestTime);
        List<Target> heldOut = fresh.heldOut().stream().map(requestTime::of).toList();
        Model old = transfer.of()
                .choose(
                        split.fit(),
                        split.validation(),
                        run(seeds.get(0), progress).part("old"))
                .model();
        List<LearningCurve.Point> points = new ArrayList<>();
        for (int count : possible) {
            for (long seed : seeds) {
                Transfer.Outcome outcome =
                        transfer.transfer(old, fresh.few(count, seed), heldOut, fresh.items(), run(seed, progress));
                points.add(new LearningCurve.Point(
                        count, seed, outcome.old(), outcome.scratch(), outcome.transferred(), outcome.taken()));
            }
        }
        return new LearningCurve(
                String.join(">", department.levels()),
                before.interactions(),
                fresh.events(),
                heldOut.size(),
                before.latestTime() == History.NO_TIME ? Optional.empty() : Optional.of(requestTime),
                points);
    }

    private TrainingRun run(long seed, Progress progress) {
        return new TrainingRun(seed, progress, Optional.empty()).askedAt(requestTime);
    }
}
