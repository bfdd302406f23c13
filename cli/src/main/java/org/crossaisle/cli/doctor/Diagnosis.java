package org.crossaisle.cli.doctor;

/**
 * The result of one check.
 *
 * @param subject what was checked, such as "memory"
 * @param status whether it is all right
 * @param found what was found, in a few words
 * @param advice what to do; empty if there is nothing to do
 */
public record Diagnosis(String subject, Status status, String found, String advice) {
    /** The severity of a result. */
    public enum Status {
        /** As it should be. */
        OK,
        /** The program runs, but not as well as it could. */
        WARNING,
        /** The program, or a part of it, does not run. */
        PROBLEM
    }

    static Diagnosis ok(String subject, String found) {
        return new Diagnosis(subject, Status.OK, found, "");
    }

    static Diagnosis warning(String subject, String found, String advice) {
        return new Diagnosis(subject, Status.WARNING, found, advice);
    }

    static Diagnosis problem(String subject, String found, String advice) {
        return new Diagnosis(subject, Status.PROBLEM, found, advice);
    }
}
