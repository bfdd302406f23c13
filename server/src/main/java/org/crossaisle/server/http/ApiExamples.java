package org.crossaisle.server.http;

/** Example answers for the API description, with invented figures. */
public final class ApiExamples {
    public static final String RECOMMENDATIONS = """
            {"basis": "model", "basisText": "Chosen by the model from 25 interactions.",
             "asked": {"scope": "any", "crossShare": 0.3, "level": 0, "basket": [], "categories": [],
              "excludeCategories": []},
             "achieved": {"crossShare": 0.3, "shortfall": 0, "outsideScope": 0, "targetShare": 0.3, "missing": 0},
             "steps": [{"step": "crossShare:0.3", "measure": "crossShare", "before": 0.1, "after": 0.3, "cost": 0.04,
              "shortfall": 0}],
             "history": 25,
             "items": [{"rank": 1, "item": "i000123", "title": "Hydration vest",
               "category": "Sports>Running>Hydration", "brand": "Norla", "price": 95.0, "score": 3.21,
               "newCategory": true, "reasons": [
                 {"kind": "history", "text": "because of Trail shoes",
                  "items": [{"item": "i000001", "title": "Trail shoes", "contribution": 0.53}]},
                 {"kind": "bridge",
                  "text": "buyers of Trail Shoes go on to Hydration, 3.1 times as often as others, after 9 days",
                  "from": "Sports>Running>Trail Shoes", "to": "Sports>Running>Hydration", "lift": 3.1, "lagDays": 9,
                  "users": 120}]}]}""";

    public static final String HISTORY = """
            {"interactions": [{"item": "i000001", "title": "Trail shoes", "category": "Sports>Running>Trail Shoes",
              "action": "purchase", "time": "2026-01-01T10:00:00Z"}], "size": 25}""";

    public static final String ITEM = """
            {"item": "i000123", "title": "Hydration vest", "description": null, "category": "Sports>Running>Hydration",
             "categories": ["Sports>Running>Hydration"], "brand": "Norla", "price": 95.0, "attributes": {},
             "image": null}""";

    public static final String SIMILAR = """
            {"items": [{"rank": 1, "item": "i000124", "title": "Soft flask", "category": "Sports>Running>Hydration",
              "brand": "Norla", "price": 12.0, "score": 0.87}], "measure": "cosine"}""";

    public static final String NEXT_CATEGORIES = """
            {"category": "Sports>Running>Trail Shoes", "level": 2, "customers": 117, "ofBuyers": true, "next": [{"rank": 1,
              "category": "Sports>Hydration>Packs", "customers": 43, "rate": 0.27, "lift": 15.3, "liftLow": 11.3,
              "liftHigh": 20.8, "lagDays": {"lowerQuartile": 7.0, "median": 8.3, "upperQuartile": 10.2},
              "directionP": 1.4e-8, "relation": "unknown"}]}""";

    public static final String USER_CATEGORIES = """
            {"basis": "model", "level": 1, "propensity": 0.31, "categories": [{"rank": 1, "category": "Sports>Hydration",
              "probability": 0.08, "because": {"category": "Sports>Running", "lift": 3.1, "customers": 143}}]}""";

    public static final String AUDIENCE_REQUEST = """
            {"category": "Sports", "size": 100, "days": 30}""";

    public static final String AUDIENCE = """
            {"category": "Sports", "days": 30, "eligible": 1790, "expected": 26.3, "expectedAtRandom": 9.4, "check": {
              "eligible": 1800, "came": 150, "found": 24, "mostActive": 20, "atRandom": 8.3, "lift": 3.1, "liftLow": 2.2,
              "liftHigh": 4.0, "gains": [{"share": 0.1, "found": 0.28, "mostActive": 0.24, "uplift": 27.0}],
              "reliability": [{"n": 180, "predicted": 0.01, "observed": 0.01}]},
             "members": [{"user": "5056552a9f0e4c1d8b7a6c5d4e3f2a1b", "probability": 0.41, "control": false}]}""";

    public static final String SHOP = """
            {"name": "demo shop", "simulated": true, "users": 2500, "items": 1200, "interactions": 60000,
             "model": {"recipe": "transformer", "trainedAt": "2026-01-01T10:00:00Z", "dimension": 64,
                       "categoryChanges": [{"before": "Beauty>Hair Care", "kind": "renamed",
                                            "now": [{"category": "Beauty>Hair", "items": 31}]}],
                       "movedItems": 0},
             "levels": ["department", "level 1", "level 2"], "sampleUsers": []}""";

    public static final String EVENT = """
            {"user": "u0000007", "item": "i000123", "action": "purchase", "time": "2026-01-01T10:00:00Z",
             "value": 95.0, "session": "s1", "id": "e-0001"}""";

    public static final String EVENTS = """
            [{"user": "u0000007", "item": "i000123", "action": "view"},
             {"user": "u0000007", "item": "i000123", "action": "purchase", "time": 1767261600}]""";

    private ApiExamples() {}
}
