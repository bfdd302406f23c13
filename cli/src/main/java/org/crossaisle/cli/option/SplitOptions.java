package org.crossaisle.cli.option;

import org.crossaisle.RecsException;
import org.crossaisle.dataset.Dataset;
import org.crossaisle.dataset.KCore;
import org.crossaisle.dataset.LeaveOneOut;
import org.crossaisle.dataset.RequestTime;
import org.crossaisle.dataset.Split;
import org.crossaisle.dataset.TemporalSplit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options for splitting the data into training, validation and test. */
public final class SplitOptions {
    /** The kinds of splits. */
    public enum Kind {
        LEAVE_ONE_OUT("leave-one-out"),
        TEMPORAL("temporal");

        private final String text;

        Kind(String text) {
            this.text = text;
        }

        @Override
        public String toString() {
            return text;
        }
    }

    @Option(
            names = "--split",
            defaultValue = "leave-one-out",
            paramLabel = "SPLIT",
            converter = KindConverter.class,
            description = "leave-one-out (the last event of each user) or temporal (everything after a point in time)."
                    + " Default: ${DEFAULT-VALUE}.")
    public Kind kind;

    @Option(
            names = "--targets",
            defaultValue = "LAST",
            paramLabel = "WHICH",
            description = "last or successive: which events of the test period are targets (temporal only)."
                    + " Default: last.")
    public TemporalSplit.Targets targets;

    @Option(
            names = "--core",
            defaultValue = "1",
            paramLabel = "K",
            description =
                    "Trains only on users and items with at least K events among themselves (the k-core of the training"
                            + " data). The targets stay the same. Default: ${DEFAULT-VALUE}, which keeps all.")
    public int core;

    @Option(
            names = "--request-time",
            paramLabel = "TIME",
            converter = RequestTimeConverter.class,
            description = RequestTimeConverter.DESCRIPTION
                    + " Default: target; evaluate and bench quality use last-event for leave-one-out, as published results"
                    + " do.")
    @Nullable
    RequestTime requestTime;

    /** The split for a model that is to be served, which is queried when a customer comes. */
    public Split forServing(Dataset data) {
        return of(data, RequestTime.TARGET);
    }

    /** The split for metrics that are to be compared with others. */
    public Split forComparison(Dataset data) {
        return of(data, usualOf(kind));
    }

    /** The usual request time for metrics on a kind of split. */
    public static RequestTime usualOf(Kind kind) {
        return kind == Kind.LEAVE_ONE_OUT ? RequestTime.LAST_EVENT : RequestTime.TARGET;
    }

    private Split of(Dataset data, RequestTime usual) {
        Split split = kind == Kind.TEMPORAL ? new TemporalSplit(targets).of(data) : leaveOneOut(data);
        Split fitted = core == 1 ? split : split.fittedOn(core());
        return fitted.withRequestTime(requestTime == null ? usual : requestTime);
    }

    private static Split leaveOneOut(Dataset data) {
        try {
            return new LeaveOneOut().of(data);
        } catch (RecsException e) {
            if (e.code() != RecsException.Code.DATA_INSUFFICIENT || !data.hasTimes()) {
                throw e;
            }
            throw new RecsException(
                    e.code(), e.getMessage() + "; --split temporal needs no user with so many, only times", e);
        }
    }

    /** The k-core of the data to fit on. */
    public KCore core() {
        return SettingErrors.checked("--core", () -> new KCore(core));
    }

    /** Parses the name of a kind. */
    static final class KindConverter implements picocli.CommandLine.ITypeConverter<Kind> {
        @Override
        public Kind convert(String value) {
            for (Kind kind : Kind.values()) {
                if (kind.text.equals(value)) {
                    return kind;
                }
            }
            throw new picocli.CommandLine.TypeConversionException(
                    "there is no split " + value + "; expected leave-one-out or temporal");
        }
    }
}
