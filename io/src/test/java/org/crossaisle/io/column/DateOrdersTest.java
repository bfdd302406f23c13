package org.crossaisle.io.column;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class DateOrdersTest {
    private final DateOrders orders = new DateOrders("events.csv", LocalDate.of(2024, 6, 30));

    private Optional<DateOrder> of(String... dates) {
        for (int line = 0; line < dates.length; line++) {
            orders.visit(dates[line], line + 2);
        }
        return orders.order("day");
    }

    @Test
    void readingThatLiesInTheFuture_isNotMeant() {
        assertThat(of("05/12/2024", "03/04/2024")).hasValue(DateOrder.MDY); // 5 December is still to come
    }

    @Test
    void yearsOfFourDigitsInFront_needNoOrder() {
        assertThat(of("2024-03-04", "2024/5/6")).isEmpty();
    }

    @Test
    void twoDigitsEach_mayBeYearFirst() {
        assertThat(of("23-11-30", "24-02-13")).hasValue(DateOrder.YMD);
    }

    @Test
    void dayAndMonthAlike_isTheSameInBothOrders() {
        assertThat(of("03/03/2024", "04/04/2024")).isPresent();
    }

    @Test
    void oneTypingErrorAmongMany_changesNothing() {
        for (int row = 0; row < 30; row++) {
            orders.visit("25/02/2024", row);
        }
        assertThat(of("02/25/2024")).hasValue(DateOrder.DMY);
    }

    @Test
    void twoDigitsThatFitEveryOrder_areShownInEachOfThem() {
        assertThatThrownBy(() -> of("05-06-07"))
                .hasMessageContaining("\"05-06-07\" is 2007-06-05 day first or 2007-05-06 month first or 2005-06-07");
    }
}
