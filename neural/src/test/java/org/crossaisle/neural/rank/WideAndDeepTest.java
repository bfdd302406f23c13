package org.crossaisle.neural.rank;

import java.util.List;

class WideAndDeepTest extends RankedContract {
    @Override
    protected RankerSettings ranker() {
        return new WideDeep.Settings(32, 0.1);
    }

    @Override
    protected List<RankerSettings> changes() {
        return List.of(new WideDeep.Settings(34, 0.1), new WideDeep.Settings(32, 0.2));
    }
}
