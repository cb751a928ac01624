package io.polyphony.backend.common;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/**
 * The keyset place of a row in a list: the values of the list's order columns. Opaque to clients. It only narrows a query
 * whose access is checked anyway, so it needs no signature.
 *
 * @param keys the values as text, in the order of the list's order columns
 */
public record Cursor(List<String> keys) {
    private static final String SEPARATOR = "\u001f";

    public Cursor {
        keys = List.copyOf(keys);
    }

    /** The place with these values; each is written as its {@code toString()}. */
    public static Cursor of(Object... keys) {
        return new Cursor(Arrays.stream(keys).map(Object::toString).toList());
    }

    /** Reads what {@link #text()} wrote; throws {@link Malformed} for anything else. */
    public static Cursor parse(String text) {
        try {
            var joined = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            return new Cursor(Arrays.asList(joined.split(SEPARATOR, -1)));
        } catch (IllegalArgumentException e) {
            throw unreadable(text);
        }
    }

    /** The opaque form for URLs. */
    public String text() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(String.join(SEPARATOR, keys).getBytes(StandardCharsets.UTF_8));
    }

    /** The value at this position; throws {@link Malformed} when the cursor is of another list. */
    public String string(int position) {
        return value(position, text -> text);
    }

    /** The whole number at this position. */
    public long number(int position) {
        return value(position, Long::parseLong);
    }

    /** The floating-point number at this position. */
    public double real(int position) {
        return value(position, Double::parseDouble);
    }

    /** The id at this position. */
    public UUID id(int position) {
        return value(position, UUID::fromString);
    }

    /** The time at this position. */
    public Instant instant(int position) {
        return value(position, Instant::parse);
    }

    private <T> T value(int position, Function<String, T> read) {
        try {
            return read.apply(keys.get(position));
        } catch (IllegalArgumentException | DateTimeException | IndexOutOfBoundsException e) {
            throw unreadable(text());
        }
    }

    private static Malformed unreadable(String text) {
        return new Malformed("The cursor (%s) is not one of this list. Maybe it was cut off or belongs to another list."
                .formatted(text));
    }
}
