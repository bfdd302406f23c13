package org.crossaisle.cli.stop;

/** A command that says how to go on after it was stopped. */
public interface Resumable {
    /** What was kept and how to go on, as the second half of a sentence that begins with "stopped". */
    String howToResume();
}
