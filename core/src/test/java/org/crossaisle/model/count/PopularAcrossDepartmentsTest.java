package org.crossaisle.model.count;

import org.crossaisle.model.ModelContract;
import org.crossaisle.model.Trainer;

class PopularAcrossDepartmentsTest extends ModelContract {
    @Override
    protected Trainer trainer() {
        return new Popular(100, true);
    }
}
