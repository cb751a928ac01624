package io.polyphony.engine.export;

import io.polyphony.engine.op.Attribute;
import io.polyphony.engine.op.Twin;
import io.polyphony.engine.tensor.Shape;
import java.util.List;

/** A primitive's place in a graph that is being written. */
record OnnxTwin(OnnxWriter writer, List<String> names, List<Shape> shapes) implements Twin {
    OnnxTwin {
        names = List.copyOf(names);
        shapes = List.copyOf(shapes);
    }

    @Override
    public String input(int index) {
        return names.get(index);
    }

    @Override
    public int inputs() {
        return names.size();
    }

    @Override
    public Shape shape(int index) {
        return shapes.get(index);
    }

    @Override
    public String node(String operator, List<String> inputs, Attribute... attributes) {
        return writer.node(operator, inputs, attributes);
    }

    @Override
    public String numbers(float[] values, int... shape) {
        return writer.numbers(values, shape);
    }

    @Override
    public String integers(long... values) {
        return writer.integers(values);
    }

    @Override
    public String scan(List<String> states, List<String> sequences, boolean backwards, Step step) {
        return writer.scan(states, sequences, backwards, step);
    }
}
