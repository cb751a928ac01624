package io.polyphony.backend.common;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Some rows of a longer list.
 *
 * @param items the rows, in the list's order
 * @param next the cursor of the following page; null on the last page
 */
public record Page<T>(List<T> items, @Nullable String next) {
    public Page {
        items = List.copyOf(items);
    }

    /** The same page with every row translated. */
    public <R> Page<R> map(Function<? super T, ? extends R> translate) {
        List<R> translated = items.stream().<R>map(translate).toList();
        return new Page<>(translated, next);
    }
}
