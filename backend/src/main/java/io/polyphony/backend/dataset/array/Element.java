package io.polyphony.backend.dataset.array;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What one element of an array is.
 *
 * @param kind what it means
 * @param size its bytes
 */
record Element(Kind kind, int size, ByteOrder order) {
    private static final Pattern NUMPY = Pattern.compile("([<>|=])([biufSU])(\\d{1,6})");
    private static final int UTF_32 = 4;

    /** Kinds of elements. */
    enum Kind {
        TRUTH,
        SIGNED,
        UNSIGNED,
        REAL,
        /** One byte per letter. */
        LATIN,
        /** Four bytes per letter. */
        TEXT
    }

    /** What NumPy's description ({@code <f4}) means; empty for what is not read, such as Python's objects. */
    static Optional<Element> ofNumpy(String description) {
        var parts = NUMPY.matcher(description);
        if (!parts.matches()) {
            return Optional.empty();
        }
        var order = parts.group(1).equals(">") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        int size = Integer.parseInt(parts.group(3));
        return Optional.of(
                        switch (parts.group(2)) {
                            case "b" -> new Element(Kind.TRUTH, size, order);
                            case "i" -> new Element(Kind.SIGNED, size, order);
                            case "u" -> new Element(Kind.UNSIGNED, size, order);
                            case "f" -> new Element(Kind.REAL, size, order);
                            case "S" -> new Element(Kind.LATIN, size, order);
                            default -> new Element(Kind.TEXT, size * UTF_32, order);
                        })
                .filter(Element::isRead);
    }

    private boolean isRead() {
        return switch (kind) {
            case TRUTH -> size == 1;
            case SIGNED, UNSIGNED -> size == 1 || size == 2 || size == 4 || size == 8;
            case REAL -> size == 2 || size == 4 || size == 8;
            case LATIN, TEXT -> size > 0;
        };
    }

    boolean isText() {
        return kind == Kind.LATIN || kind == Kind.TEXT;
    }

    /** The element that starts at a byte, as a number. */
    double number(ByteBuffer bytes, int at) {
        return switch (kind) {
            case TRUTH -> bytes.get(at) == 0 ? 0 : 1;
            case SIGNED -> whole(bytes, at);
            case UNSIGNED -> size == 8 ? unsigned(bytes.getLong(at)) : whole(bytes, at) & (1L << 8 * size) - 1;
            case REAL -> real(bytes, at);
            case LATIN, TEXT -> throw new IllegalStateException("Texts are no numbers.");
        };
    }

    private long whole(ByteBuffer bytes, int at) {
        return switch (size) {
            case 1 -> bytes.get(at);
            case 2 -> bytes.getShort(at);
            case 4 -> bytes.getInt(at);
            default -> bytes.getLong(at);
        };
    }

    private static double unsigned(long value) {
        return value >= 0 ? value : 2.0 * (value >>> 1) + (value & 1);
    }

    private double real(ByteBuffer bytes, int at) {
        return switch (size) {
            case 2 -> Float.float16ToFloat(bytes.getShort(at));
            case 4 -> bytes.getFloat(at);
            default -> bytes.getDouble(at);
        };
    }

    /** The element that starts at a byte, as a text without the zeros behind it. */
    String text(ByteBuffer bytes, int at) {
        var own = new byte[size];
        bytes.get(at, own);
        return new String(own, letters()).replaceFirst("\0+$", "");
    }

    private Charset letters() {
        if (kind == Kind.LATIN) {
            return StandardCharsets.UTF_8;
        }
        return Charset.forName(order == ByteOrder.BIG_ENDIAN ? "UTF-32BE" : "UTF-32LE");
    }

    /** The element that starts at a byte, as a cell writes it: to the last digit. */
    String written(ByteBuffer bytes, int at) {
        return switch (kind) {
            case TRUTH -> bytes.get(at) == 0 ? "false" : "true";
            case SIGNED -> String.valueOf(whole(bytes, at));
            case UNSIGNED ->
                size == 8 ? Long.toUnsignedString(bytes.getLong(at)) : String.valueOf((long) number(bytes, at));
            case REAL, LATIN, TEXT -> real(number(bytes, at));
        };
    }

    private String real(double number) {
        if (Double.isNaN(number)) {
            return "nan";
        }
        boolean whole = number == Math.rint(number) && Math.abs(number) < 1e15;
        return whole
                ? String.valueOf((long) number)
                : size == 8 ? Double.toString(number) : Float.toString((float) number);
    }
}
