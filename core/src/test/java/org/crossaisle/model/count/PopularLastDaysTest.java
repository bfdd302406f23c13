package org.crossaisle.model.count;

import org.crossaisle.model.ModelContract;
import org.crossaisle.model.Trainer;

class PopularLastDaysTest extends ModelContract {
    @Override
    protected Trainer trainer() {
        return new Popular(30, false);
    }
}
