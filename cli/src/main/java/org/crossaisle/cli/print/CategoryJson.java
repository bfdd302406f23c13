package org.crossaisle.cli.print;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.crossaisle.affinity.Affinity;
import org.crossaisle.affinity.CategoryGraph;
import org.crossaisle.affinity.CategoryNode;
import org.crossaisle.affinity.CoOccurrence;
import org.crossaisle.affinity.Lag;
import org.crossaisle.affinity.Seasonality;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Writes the categories of a level and the moves between them as JSON, with all their data. */
public final class CategoryJson {
    private CategoryJson() {}

    public static String text(String shop, CategoryGraph graph, List<Affinity> moves) {
        Map<String, Object> root = new LinkedHashMap<>();
        root.put("shop", shop);
        root.put("level", graph.level().level());
        root.put("customers", graph.customers());
        root.put("ofBuyers", graph.ofBuyers());
        root.put("categories", graph.nodes().stream().map(CategoryJson::node).toList());
        root.put("moves", moves.stream().map(CategoryJson::move).toList());
        return JsonMapper.builder()
                        .enable(SerializationFeature.INDENT_OUTPUT)
                        .build()
                        .writeValueAsString(root)
                + "\n";
    }

    private static Map<String, Object> node(CategoryNode node) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("category", node.path().toString());
        map.put("customers", node.customers());
        map.put("events", node.events());
        map.put("breadth", node.breadth());
        node.seasonality().ifPresent(season -> map.put("seasonality", season(season)));
        return map;
    }

    private static Map<String, Object> season(Seasonality season) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("shares", season.shares());
        map.put("index", season.index());
        map.put("g", season.statistic());
        map.put("degrees", season.degrees());
        map.put("p", season.p());
        return map;
    }

    private static Map<String, Object> move(Affinity move) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("from", move.from().toString());
        map.put("to", move.to().toString());
        map.put("customers", move.customers());
        map.put("rate", move.rate());
        map.put("lift", move.lift().value());
        map.put("liftLow", move.lift().low());
        map.put("liftHigh", move.lift().high());
        move.lag().ifPresent(lag -> map.put("lagDays", lag(lag)));
        map.put("fromFirst", move.direction().forward());
        map.put("toFirst", move.direction().backward());
        map.put("ties", move.direction().ties());
        map.put("directionP", move.direction().p());
        map.put("boughtTogether", together(move.bought()));
        map.put("viewedTogether", together(move.viewed()));
        map.put("relation", move.relation().name().toLowerCase(Locale.ROOT));
        return map;
    }

    private static Map<String, Object> lag(Lag lag) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("lowerQuartile", lag.lowerQuartileDays());
        map.put("median", lag.medianDays());
        map.put("upperQuartile", lag.upperQuartileDays());
        return map;
    }

    private static Map<String, Object> together(CoOccurrence together) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("days", together.days());
        map.put("expected", together.expected());
        map.put("deviations", together.deviations());
        return map;
    }
}
