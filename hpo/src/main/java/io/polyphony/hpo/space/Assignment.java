package io.polyphony.hpo.space;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The chosen values by parameter name, in the order of the space; only parameters whose condition holds are present.
 * Two assignments with the same values are equal, whatever their order.
 *
 * @param values {@code Double}, {@code Long} or {@code String}; other numbers are turned into one of these
 */
public record Assignment(Map<String, Object> values) {

    public Assignment {
        var copy = new LinkedHashMap<String, Object>();
        values.forEach((name, value) -> copy.put(name, canonical(value)));
        values = new Choices(copy);
    }

    /** Whether the same was chosen, whatever type a number has come back as: 1 and 1.0 are alike. */
    public boolean alike(Assignment other) {
        return values instanceof Choices one && other.values instanceof Choices another && one.alike(another);
    }

    /** Whether the parameter was chosen. */
    public boolean has(String name) {
        return values.containsKey(name);
    }

    /**
     * The value of a real parameter.
     *
     * @throws IllegalArgumentException if there is none or it is no number
     */
    public double real(String name) {
        return get(name) instanceof Number number ? number.doubleValue() : wrong(name, "a number");
    }

    /**
     * The value of an integer or ordinal parameter.
     *
     * @throws IllegalArgumentException if there is none or it is not a whole number that fits an {@code int}
     */
    public int integer(String name) {
        return get(name) instanceof Long whole && whole == whole.intValue()
                ? whole.intValue()
                : wrong(name, "a whole number");
    }

    /**
     * The value of any parameter as text.
     *
     * @throws IllegalArgumentException if there is none
     */
    public String text(String name) {
        return String.valueOf(get(name));
    }

    /**
     * The value of any parameter.
     *
     * @throws IllegalArgumentException if there is none
     */
    public Object get(String name) {
        Object value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException(
                    "The assignment %s has no value for (%s). Maybe its condition does not hold; ask has(name) first."
                            .formatted(values, name));
        }
        return value;
    }

    /** The value of a real parameter, or the usual one where it was not chosen. */
    public double real(String name, double usual) {
        return has(name) ? real(name) : usual;
    }

    /** The value of an integer or ordinal parameter, or the usual one where it was not chosen. */
    public int integer(String name, int usual) {
        return has(name) ? integer(name) : usual;
    }

    /** The value of any parameter as text, or the usual one where it was not chosen. */
    public String text(String name, String usual) {
        return has(name) ? text(name) : usual;
    }

    private <T> T wrong(String name, String wanted) {
        throw new IllegalArgumentException("The value (%s) of (%s) is not %s.".formatted(get(name), name, wanted));
    }

    static Object canonical(Object value) {
        return switch (value) {
            case Double real -> real;
            case Float real -> real.doubleValue();
            case Number whole
            when whole.doubleValue() == whole.longValue() && !(whole instanceof java.math.BigDecimal) ->
                whole.longValue();
            case Number real -> real.doubleValue();
            case String text -> text;
            default ->
                throw new IllegalArgumentException("The value (%s) is a %s, not a number or a text."
                        .formatted(value, value.getClass().getSimpleName()));
        };
    }
}
