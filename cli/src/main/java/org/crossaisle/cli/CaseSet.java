package org.crossaisle.cli;

import java.util.List;
import org.crossaisle.RecsException;
import org.crossaisle.dataset.Dataset;
import org.crossaisle.dataset.DepartmentEntries;
import org.crossaisle.dataset.TemporalSplit;
import org.crossaisle.evaluate.CrossingInquiry;
import org.crossaisle.evaluate.EntryInquiry;
import org.crossaisle.evaluate.Evaluation;
import org.crossaisle.evaluate.Inquiry;

/**
 * One table of the case bench.
 *
 * @param name as it is asked for
 * @param source the folder of the data set, or {@link CaseShops#SIMULATOR}
 * @param isEntries whether department entries are asked for; else each user's last event after a moment
 */
record CaseSet(String name, String source, boolean isEntries) {
    /** The department entries of the data set that was made for them. */
    static final String DEPARTMENT_ENTRIES = "department-entries";

    private static final String ENTRIES = ":entries";

    /** @throws RecsException for what is no name, since shops and figures are put into folders of it */
    static CaseSet of(String name) {
        if (!name.matches("[A-Za-z0-9._ -]*[A-Za-z0-9_-](" + ENTRIES + ")?")) {
            throw new RecsException(
                    RecsException.Code.SETTING_INVALID,
                    "--set-of " + name + ": needed is the name of a folder in --data, with " + ENTRIES
                            + " for its department entries");
        }
        if (name.equals(DEPARTMENT_ENTRIES)) {
            return new CaseSet(name, "amazon-departments", true);
        }
        return name.endsWith(ENTRIES)
                ? new CaseSet(name, name.substring(0, name.length() - ENTRIES.length()), true)
                : new CaseSet(name, name, false);
    }

    /** The name as part of a file's. */
    String fileName() {
        return name.replace(':', '-');
    }

    /** @throws RecsException when the data are too few or of another kind, naming this */
    Inquiry inquiry(Dataset data) {
        try {
            if (isEntries) {
                return new EntryInquiry(new DepartmentEntries().of(data));
            }
            List<Integer> levels = Evaluation.defaultLevels(data.catalog());
            if (levels.isEmpty()) {
                throw new RecsException(
                        RecsException.Code.DATA_INSUFFICIENT,
                        "its items have no categories, or all the same; needed is a catalog with several");
            }
            return new CrossingInquiry(new TemporalSplit(TemporalSplit.Targets.LAST).of(data), levels);
        } catch (RecsException e) {
            throw new RecsException(e.code(), name + ": " + e.getMessage(), e);
        }
    }

    /** What settles the targets, for a fingerprint. */
    String described(Dataset data) {
        return isEntries
                ? new DepartmentEntries().toString()
                : new TemporalSplit(TemporalSplit.Targets.LAST) + " levels " + Evaluation.defaultLevels(data.catalog());
    }
}
