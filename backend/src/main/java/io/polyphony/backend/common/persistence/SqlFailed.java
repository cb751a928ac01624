package io.polyphony.backend.common.persistence;

import java.sql.SQLException;

/** The database refused a statement. */
public final class SqlFailed extends RuntimeException {
    private static final long serialVersionUID = 1;
    private static final String FOREIGN_KEY = "23503";

    SqlFailed(String sql, SQLException cause) {
        super("The database refused (%s): %s".formatted(sql, cause.getMessage()), cause);
    }

    /** Whether a row that others refer to was to be deleted, or one that refers to nothing to be written. */
    public boolean isForeignKey() {
        return FOREIGN_KEY.equals(state());
    }

    private String state() {
        return getCause() instanceof SQLException cause && cause.getSQLState() != null ? cause.getSQLState() : "";
    }
}
