package org.crossaisle.io.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.crossaisle.action.Action;
import org.crossaisle.history.History;
import org.crossaisle.io.shop.Finding;
import org.crossaisle.io.shop.ImportReport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ActionsOfColumnsTest {
    @TempDir
    Path directory;

    private ImportedTables tables;

    @BeforeEach
    void threeItems() throws IOException {
        tables = new ImportedTables(directory);
    }

    private List<Action> actions(String user) {
        History history = tables.history(user);
        return IntStream.range(0, history.size()).mapToObj(history::action).toList();
    }

    @Test
    void namesOfGoogleAnalytics_areKnown() throws IOException {
        tables.events(
                        "user_pseudo_id,item_id,event_name,event_timestamp",
                        "u,A,view_item,1708885800123456",
                        "u,B,add_to_cart,1708885801123456",
                        "u,C,begin_checkout,1708885802123456",
                        "u,A,Purchase,1708885803123456",
                        "u,B,refund,1708885804123456",
                        "u,B,add_to_wishlist,1708885805123456")
                .run();
        assertThat(actions("u")).containsExactly(Action.VIEW, Action.CART, Action.CART, Action.PURCHASE, Action.CART);
    }

    @Test
    void namesOfTheShop_areReadAsGiven_andKeptForTheServer() throws IOException {
        tables.with(tables.settings().withActions(Map.of("peek", Action.VIEW, "read", Action.REVIEW)));
        ImportReport report = tables.events(
                        "user_id,item_id,FeedbackType,timestamp",
                        "u,A,peek,1708885800",
                        "u,B,read,1708885801",
                        "u,C,Peek,1708885802")
                .run();
        assertThat(actions("u")).containsExactly(Action.VIEW, Action.REVIEW, Action.VIEW);
        assertThat(report.table("events").notes())
                .contains("actions: Peek is view (1), peek is view (1), read is review (1)");
        assertThat(tables.shop().actionNames().of("peek")).hasValue(Action.VIEW);
        assertThat(tables.shop().actionNames().of("buy")).hasValue(Action.PURCHASE);
        assertThat(tables.shop().actionNames().of("ponder")).isEmpty();
    }

    @Test
    void columnWithoutAnyAction_yieldsToTheDefault_withANote() throws IOException {
        tables.events("user_id,product_id,type,created_at", "u,A,line_item,1708885800", "u,B,line_item,1708885801");
        assertThat(tables.refusal())
                .hasMessageContaining("column type was taken for the action")
                .hasMessageContaining("\"line_item\" (2)")
                .hasMessageContaining("--map event=");
        ImportReport report = tables.with(tables.settings().withDefaultAction(Action.PURCHASE))
                .run();
        assertThat(actions("u")).containsExactly(Action.PURCHASE, Action.PURCHASE);
        assertThat(report.table("events").notes()).anyMatch(note -> note.contains("column type holds no known action"));
    }

    @Test
    void emptyMapping_leavesTheColumnOut() throws IOException {
        tables.with(tables.settings().withDefaultAction(Action.CART).withColumns(Map.of("event", "", "timestamp", "")));
        tables.events("user_id,item_id,event,timestamp", "u,A,view,1708885800", "u,B,view,x")
                .run();
        assertThat(actions("u")).containsExactly(Action.CART, Action.CART);
    }

    @Test
    void emptyCells_takeTheDefault_andUnknownNamesDoNot() throws IOException {
        tables.with(tables.settings().withDefaultAction(Action.PURCHASE));
        ImportReport report = tables.events(
                        "user_id,item_id,event,timestamp",
                        "u,A,,1708885800",
                        "u,B,view,1708885801",
                        "u,C,ponder,1708885802")
                .run();
        assertThat(actions("u")).containsExactly(Action.PURCHASE, Action.VIEW);
        assertThat(report.table("events").count(Finding.Reason.UNKNOWN_ACTION)).isEqualTo(1);
        assertThat(report.table("events").notes()).contains("1 events without an action are the default, purchase");
    }

    @Test
    void negativeQuantities_areReturns_andCounted() throws IOException {
        ImportReport report = tables.events(
                        "user_id,item_id,event,timestamp,Quantity",
                        "u,A,buy,1708885800,6",
                        "u,A,buy,1708985801,-6",
                        "u,B,buy,1708985802,1")
                .run();
        assertThat(report.returns()).isEqualTo(1);
        assertThat(actions("u")).containsExactly(Action.PURCHASE, Action.PURCHASE);
        assertThat(report.table("events").notes())
                .contains("1 purchases are returns, because their quantity is negative, the first at events.csv:3");
    }

    @Test
    void cancelledInvoicesAndOrders_areReturns() throws IOException {
        tables.with(tables.settings().withDefaultAction(Action.PURCHASE));
        ImportReport invoices = tables.events(
                        "user_id,item_id,InvoiceNo,InvoiceDate",
                        "u,A,700365,2024-02-25",
                        "u,A,C700391,2024-02-26",
                        "u,B,700392,2024-02-27")
                .run();
        assertThat(invoices.returns()).isEqualTo(1);
        ImportReport orders = tables.events(
                        "user_id,item_id,order_status,order_date",
                        "u,A,delivered,2024-02-25",
                        "u,B,Cancelled,2024-02-26",
                        "u,C,refunded,2024-02-27")
                .run();
        assertThat(orders.returns()).isEqualTo(2);
    }

    @Test
    void negativeRating_isNoReturn() throws IOException {
        ImportReport report = tables.events(
                        "user_id,item_id,event,timestamp,rating", "u,A,buy,1708885800,-1", "u,B,buy,1708885900,1")
                .run();
        assertThat(report.returns()).isZero();
    }
}
