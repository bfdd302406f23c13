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

        @Schema(description = "Number of days within which members are expected to come.")
        int days,

        @Schema(description = "Number of customers that were considered.")
        int eligible,

        @Schema(description = "Expected number of members who come, whether contacted or not.")
        double expected,

        @Schema(description = "Expected number who come of a random audience of the same size.")
        double expectedAtRandom,

        Check check,
        List<Member> members) {
    /** A backtest of the audience on the last days of the data. */
    @Schema(name = "AudienceCheck")
    record Check(
            int eligible,

            @Schema(description = "Number of them who came.")
            int came,

            @Schema(description = "Number who came of an audience of the requested size.")
            int found,

            @Schema(description = "Number who came of as many of the most active customers.")
            int mostActive,

            @Schema(description = "Expected number who come of as many drawn at random.")
            double atRandom,

            @Schema(
                    description =
                            "How many times as many of the most likely 5 % came as of all customers; null when nobody came.")
            @Nullable
            Double lift,

            @Schema(description = "Lower end of its 95 % interval.") @Nullable
            Double liftLow,

            @Schema(description = "Upper end of its 95 % interval.") @Nullable
            Double liftHigh,

            @Schema(description = "By tenths of the customers, the most likely first.")
            List<AudienceCheck.Gain> gains,

            @Schema(description = "Predicted probabilities and how often they came true, the lowest first.")
            List<Reliability.Bin> reliability) {}

    /** A customer of the audience. */
    @Schema(name = "AudienceMember")
    record Member(
            @Schema(description = "The keyed hash of the customer's id.")
            String user,

            double probability,

            @Schema(description = "True for members of the control group, who are not to be contacted.")
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
