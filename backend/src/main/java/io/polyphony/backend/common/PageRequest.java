package io.polyphony.backend.common;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Which part of a list is wanted. A query fetches {@link #fetch()} rows behind {@link #after()}; {@link #page} cuts the
 * surplus row off and turns it into a cursor.
 *
 * @param limit rows per page, 1..1000
 * @param cursor where to go on; null for the first page
 */
public record PageRequest(int limit, @Nullable Cursor cursor) {
    /** Rows per page where the caller did not say. */
    public static final int DEFAULT_LIMIT = 50;
    /** Most rows per page. */
    public static final int MAX_LIMIT = 1000;

    public PageRequest {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new Malformed("The limit (%d) is not within 1..%d.".formatted(limit, MAX_LIMIT));
        }
    }

    /** Reads the query parameters {@code limit} and {@code cursor}; throws {@link Malformed}. */
    public static PageRequest of(@Nullable Integer limit, @Nullable String cursor) {
        return new PageRequest(limit == null ? DEFAULT_LIMIT : limit, cursor == null ? null : Cursor.parse(cursor));
    }

    /** The first page of the given size. */
    public static PageRequest first(int limit) {
        return new PageRequest(limit, null);
    }

    /** Where to go on; empty for the first page. */
    public Optional<Cursor> after() {
        return Optional.ofNullable(cursor);
    }

    /** How many rows to ask the database for: one more than the limit, to know whether there is a next page. */
    public int fetch() {
        return limit + 1;
    }

    /** Makes the page of up to {@link #fetch()} rows; {@code key} names a row's place in the list. */
    public <T> Page<T> page(List<T> rows, Function<? super T, Cursor> key) {
        if (rows.size() <= limit) {
            return new Page<>(rows, null);
        }
        List<T> items = rows.subList(0, limit);
        return new Page<>(items, key.apply(items.getLast()).text());
    }
}
