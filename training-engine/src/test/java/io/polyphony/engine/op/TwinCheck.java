package io.polyphony.engine.op;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.polyphony.engine.export.OnnxSession;
import io.polyphony.engine.export.OnnxWriter;
import io.polyphony.engine.tensor.Shape;
import java.util.ArrayList;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Runs a primitive's ONNX twin on the inputs of a place where the primitive itself has run. */
final class TwinCheck {
    private TwinCheck() {}

    /** @param codes inputs that are codes; what the site's table is, is the input after them */
    static void agrees(Primitive primitive, DirtySite site, Set<Integer> codes, Set<Integer> tables) {
        var writer = new OnnxWriter();
        var shapes = site.facts.inputs();
        var names = new ArrayList<String>();
        for (int i = 0; i < shapes.size(); i++) {
            var name = "input" + i;
            if (tables.contains(i)) {
                names.add(writer.learned(
                        name, shapes.get(i), Objects.requireNonNull(site.table).values()));
            } else {
                names.add(codes.contains(i) ? writer.codes(name, shapes.get(i)) : writer.input(name, shapes.get(i)));
            }
        }
        var result = primitive.onnx(writer.twin(names, shapes));
        writer.output("result", result, site.output.shape());
        try (var session = new OnnxSession(writer.toBytes(Map.of()))) {
            for (int i = 0; i < shapes.size(); i++) {
                if (codes.contains(i)) {
                    session.put("input" + i, site.codes, longs(shapes.get(i)));
                } else {
                    session.put("input" + i, site.inputs.get(i).floats(), longs(shapes.get(i)));
                }
            }
            assertClose(Objects.requireNonNull(session.run().get("result")), site.output.floats());
        }
    }

    private static void assertClose(float[] actual, float[] expected) {
        assertThat(actual).hasSameSizeAs(expected);
        for (int i = 0; i < expected.length; i++) {
            assertThat(actual[i]).as("[%d]", i).isCloseTo(expected[i], within(1e-5f * (1 + Math.abs(expected[i]))));
        }
    }

    private static long[] longs(Shape shape) {
        var extents = new long[shape.rank()];
        for (int axis = 0; axis < extents.length; axis++) {
            extents[axis] = shape.extent(axis);
        }
        return extents;
    }
}
