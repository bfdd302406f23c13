package org.crossaisle.io.format.rows;

import java.util.List;
import org.crossaisle.io.table.RowReader;

/** Rows of another reader, with remarks for the report. */
public final class RemarkedRows extends DerivedRows {
    private final List<String> remarks;

    public RemarkedRows(RowReader source, List<String> remarks) {
        super(source);
        this.remarks = List.copyOf(remarks);
    }

    @Override
    List<String> remarks() {
        return remarks;
    }
}
