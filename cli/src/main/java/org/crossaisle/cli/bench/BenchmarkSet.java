package org.crossaisle.cli.bench;

import java.util.List;
import org.crossaisle.RecsException;
import org.crossaisle.dataset.Dataset;
import org.crossaisle.dataset.DepartmentEntries;
import org.crossaisle.dataset.RequestTime;
import org.crossaisle.dataset.TemporalSplit;
import org.crossaisle.evaluate.Evaluation;
import org.crossaisle.evaluate.benchmark.BenchmarkTask;
import org.crossaisle.evaluate.benchmark.CrossCategoryTask;
import org.crossaisle.evaluate.benchmark.DepartmentEntryTask;

/**
 * A benchmark table.
 *
 * @param name name as given on the command line
 * @param source the folder of the data set, or {@link BenchmarkShops#SIMULATOR}
 * @param isEntries whether the targets are department entries; else each user's last event after a point in time
 */
record BenchmarkSet(String name, String source, boolean isEntries) {
    /** The department entries of the data set that was built for them. */
    static final String DEPARTMENT_ENTRIES = "department-entries";

    private static final String ENTRIES = ":entries";

    /** @throws RecsException when the name is not valid, since it names folders of shops and results */
    static BenchmarkSet of(String name) {
        if (!name.matches("[A-Za-z0-9._ -]*[A-Za-z0-9_-](" + ENTRIES + ")?")) {
            throw new RecsException(
                    RecsException.Code.SETTING_INVALID,
                    "--set-of " + name + ": expected the name of a folder in --data, with " + ENTRIES
                            + " for its department entries");
        }
        if (name.equals(DEPARTMENT_ENTRIES)) {
            return new BenchmarkSet(name, "amazon-departments", true);
        }
        return name.endsWith(ENTRIES)
                ? new BenchmarkSet(name, name.substring(0, name.length() - ENTRIES.length()), true)
                : new BenchmarkSet(name, name, false);
    }

    /** The name in a form for file names. */
    String fileName() {
        return name.replace(':', '-');
    }

    /** @throws RecsException when the data are too few or of another kind; the message names this table */
    BenchmarkTask task(Dataset data, RequestTime requestTime) {
        try {
            if (isEntries) {
                return new DepartmentEntryTask(new DepartmentEntries().of(data).withRequestTime(requestTime));
            }
            List<Integer> levels = Evaluation.defaultLevels(data.catalog());
            if (levels.isEmpty()) {
                throw new RecsException(
                        RecsException.Code.DATA_INSUFFICIENT,
                        "its items have no categories, or all the same; expected a catalog with several");
            }
            return new CrossCategoryTask(
                    new TemporalSplit(TemporalSplit.Targets.LAST).of(data).withRequestTime(requestTime), levels);
        } catch (RecsException e) {
            throw new RecsException(e.code(), name + ": " + e.getMessage(), e);
        }
    }

    /** Describes the targets and their request time, for a fingerprint. */
    String described(Dataset data, RequestTime requestTime) {
        return requestTime == RequestTime.TARGET ? described(data) : described(data) + " asked at " + requestTime;
    }

    private String described(Dataset data) {
        return isEntries
                ? new DepartmentEntries().toString()
                : new TemporalSplit(TemporalSplit.Targets.LAST) + " levels " + Evaluation.defaultLevels(data.catalog());
    }
}
