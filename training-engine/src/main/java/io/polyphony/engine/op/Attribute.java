package io.polyphony.engine.op;

import java.util.Arrays;
import java.util.List;

/** A setting of an ONNX operator. */
public sealed interface Attribute {

    String name();

    /** A whole number. */
    record Whole(String name, long value) implements Attribute {}

    /** Whole numbers. */
    record Wholes(String name, List<Long> values) implements Attribute {
        public Wholes {
            values = List.copyOf(values);
        }
    }

    /** A real number. */
    record Real(String name, double value) implements Attribute {}

    static Attribute whole(String name, long value) {
        return new Whole(name, value);
    }

    static Attribute wholes(String name, long... values) {
        return new Wholes(name, Arrays.stream(values).boxed().toList());
    }

    static Attribute real(String name, double value) {
        return new Real(name, value);
    }
}
