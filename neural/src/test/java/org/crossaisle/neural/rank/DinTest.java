package org.crossaisle.neural.rank;

import java.util.List;

class DinTest extends RankedContract {
    @Override
    protected RankerSettings ranker() {
        return new TargetAttention.Settings(8, 16, 0.1);
    }

    @Override
    protected List<RankerSettings> changes() {
        return List.of(
                new TargetAttention.Settings(9, 16, 0.1),
                new TargetAttention.Settings(8, 17, 0.1),
                new TargetAttention.Settings(8, 16, 0.2));
    }
}
