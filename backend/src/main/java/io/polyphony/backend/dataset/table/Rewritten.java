package io.polyphony.backend.dataset.table;

import java.util.List;

/** A table whose cells are another's, written otherwise. */
public interface Rewritten extends RowSource {
    /** The other. */
    RowSource table();

    @Override
    default String name() {
        return table().name();
    }

    @Override
    default List<String> columns() {
        return table().columns();
    }

    @Override
    default List<Written> written() {
        return table().written();
    }

    @Override
    default boolean writesMissing() {
        return table().writesMissing();
    }

    @Override
    default boolean commaSeparated() {
        return table().commaSeparated();
    }
}
