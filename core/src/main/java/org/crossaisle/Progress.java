package org.crossaisle;

/**
 * Where long work tells how far it is. Whatever takes over two seconds takes a {@code Progress} and reports to it; who
 * watches decides how to show it.
 *
 * <p>One thread reports to a task at a time.
 */
public interface Progress {
    /** Shows nothing. */
    Progress SILENT = (name, total, unit) -> Task.NOTHING;

    /**
     * Begins a task.
     *
     * @param name what is done, as a person would say it: "Reading events.csv.gz"
     * @param total how many units there are, or -1 when that is not known
     * @param unit what is counted, in the plural: "rows", "steps"
     */
    Task start(String name, long total, String unit);

    /** One piece of work under way; closing it ends its display. */
    interface Task extends AutoCloseable {
        /** A task nobody watches. */
        Task NOTHING = new Task() {
            @Override
            public void reached(long done) {}

            @Override
            public void note(String text) {}

            @Override
            public void close() {}
        };

        /** Says that {@code done} of the total is behind us. Cheap enough to call for every unit. */
        void reached(long done);

        /** Shows a short text beside the bar, such as the loss. */
        void note(String text);

        @Override
        void close();
    }
}
