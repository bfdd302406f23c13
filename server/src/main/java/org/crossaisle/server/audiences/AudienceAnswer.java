package org.crossaisle.server.audiences;

import java.util.List;
import java.util.function.IntFunction;
import org.crossaisle.audience.Audience;
import org.crossaisle.audience.AudienceCheck;
import org.crossaisle.evaluate.calibration.Reliability;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The JSON form of an audience. */
record AudienceAnswer(
        String category,

        @Schema(description = "Within which the members are to come.")
        int days,

        @Schema(description = "How many customers were looked at.")
        int eligible,

        @Schema(description = "How many of the members are expected to come, told or not.")
        double expected,

        @Schema(description = "How many of as many eligible customers drawn at random are.")
        double expectedAtRandom,

        Check check,
        List<Member> members) {
    /** A backtest of the audience on the last days of the data. */
    @Schema(name = "AudienceCheck")
    record Check(
            int eligible,

            @Schema(description = "How many of them came.") int came,

            @Schema(description = "How many of an audience of the size asked for came.")
            int found,

            @Schema(description = "How many of as many of the most active customers came.")
            int mostActive,

            @Schema(description = "How many of as many drawn at random would have.")
            double atRandom,

            @Schema(description = "How many times as many of the likeliest 5 % came as of all; null when nobody came.")
            @Nullable
            Double lift,

            @Schema(description = "Lower end of its 95 % interval.") @Nullable
            Double liftLow,

            @Schema(description = "Upper end of its 95 % interval.") @Nullable
            Double liftHigh,

            @Schema(description = "By tenths of the customers, the likeliest first.")
            List<AudienceCheck.Gain> gains,

            @Schema(description = "What was told and how often it came true, the least probable first.")
            List<Reliability.Bin> reliability) {}

    /** A customer of the audience. */
    @Schema(name = "AudienceMember")
    record Member(
            @Schema(description = "The keyed hash of the customer's id.")
            String user,

            double probability,

            @Schema(description = "True for who is set apart and not to be told.")
            boolean control) {}

    static AudienceAnswer of(Audience audience, IntFunction<String> names) {
        AudienceCheck check = audience.check();
        return new AudienceAnswer(
                audience.category().toString(),
                audience.days(),
                audience.eligible(),
                audience.expected(),
                audience.expectedAtRandom(),
                new Check(
                        check.eligible(),
                        check.came(),
                        check.found().came(),
                        check.mostActive().came(),
                        check.found().atRandom(),
                        number(check.lift().value()),
                        number(check.lift().low()),
                        number(check.lift().high()),
                        check.gains(),
                        check.reliability().bins()),
                audience.members().stream()
                        .map(member -> new Member(names.apply(member.user()), member.probability(), member.control()))
                        .toList());
    }

    private static @Nullable Double number(double value) {
        return Double.isNaN(value) ? null : (Double) value;
    }
}
