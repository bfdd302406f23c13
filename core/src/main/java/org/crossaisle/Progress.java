package org.crossaisle;

/**
 * Receives progress reports from long-running work. Work that takes over two seconds takes a {@code Progress} and
 * reports to it; the receiver decides how to show it.
 *
 * <p>A receiver stops the work by throwing a {@link WorkStoppedException} from {@link #start} or {@link Task#reached}.
 * Work that writes checkpoints writes its last one then.
 *
 * <p>One thread reports to a task at a time.
 */
@PublicApi
public interface Progress {
    /** Shows nothing. */
    Progress SILENT = (name, total, unit) -> Task.NOTHING;

    /**
     * Starts a task.
     *
     * @param name what is done, in plain words: "Reading events.csv.gz"
     * @param total how many units there are, or -1 when that is not known
     * @param unit what is counted, in the plural: "rows", "steps"
     */
    Task start(String name, long total, String unit);

    /** One piece of running work. Closing it ends its display. */
    interface Task extends AutoCloseable {
        /** A task that shows nothing. */
        Task NOTHING = new Task() {
            @Override
            public void reached(long done) {}

            @Override
            public void note(String text) {}

            @Override
            public void close() {}
        };

        /** Reports that {@code done} units of the total are finished. Cheap enough to call for every unit. */
        void reached(long done);

        /** Shows a short text beside the bar, such as the loss. */
        void note(String text);

        @Override
        void close();
    }
}
