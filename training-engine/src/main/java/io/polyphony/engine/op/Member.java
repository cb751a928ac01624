package io.polyphony.engine.op;

import io.polyphony.engine.tensor.Shape;
import java.util.List;

/**
 * One member of each row: [batch, m, n] is [batch, n].
 *
 * @param index which, from 0
 */
public record Member(int index) implements Primitive {

    @Override
    public Shape shape(List<Shape> inputs) {
        var members = inputs.get(0);
        ShapeMismatch.unless(
                members.rank() == 3 && index >= 0 && index < members.extent(1),
                "Member",
                inputs,
                "[batch, more than %d, n]".formatted(index));
        return Shape.of(members.extent(0), members.last());
    }

    @Override
    public boolean readsInput(int input) {
        return false;
    }

    @Override
    public String onnx(Twin twin) {
        return twin.pick(twin.input(0), 1, index);
    }

    @Override
    public Work bind(Site site) {
        int row = site.shape(0).extent(1) * site.shape(0).last();
        int width = site.shape(0).last();
        return new Work() {
            @Override
            public void forward(Pass pass) {
                for (int b = 0; b < site.shape(0).extent(0); b++) {
                    site.output().copy(b * width, site.input(0), b * row + index * width, width);
                }
            }

            @Override
            public void backward() {
                site.inputGradient(0).clear();
                for (int b = 0; b < site.shape(0).extent(0); b++) {
                    site.inputGradient(0).copy(b * row + index * width, site.outputGradient(), b * width, width);
                }
            }
        };
    }
}
