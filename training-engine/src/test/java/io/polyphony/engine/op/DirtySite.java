package io.polyphony.engine.op;

import io.polyphony.engine.tensor.Call;
import io.polyphony.engine.tensor.Device;
import io.polyphony.engine.tensor.EmbeddingTable;
import io.polyphony.engine.tensor.Kernel;
import io.polyphony.engine.tensor.Shape;
import io.polyphony.engine.tensor.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A place of its own for one primitive; every buffer that the primitive must overwrite holds NaN at first. */
final class DirtySite implements Site {
    final Facts facts;
    final List<Tensor> inputs = new ArrayList<>();
    final List<Tensor> gradients = new ArrayList<>();
    final List<Tensor> saved = new ArrayList<>();
    final List<Tensor> scratch = new ArrayList<>();
    final Tensor output;
    final Tensor outputGradient;
    int[] codes = {};

    @Nullable
    EmbeddingTable table;

    DirtySite(Primitive primitive, Facts facts) {
        this.facts = facts;
        for (var shape : facts.inputs()) {
            inputs.add(dirty(shape));
            gradients.add(dirty(shape));
        }
        output = dirty(primitive.shape(facts.inputs()));
        outputGradient = dirty(output.shape());
        primitive.saved(facts).forEach(shape -> saved.add(dirty(shape)));
        primitive.scratch(facts).forEach(shape -> scratch.add(dirty(shape)));
    }

    private Tensor dirty(Shape shape) {
        return filled(shape, Double.NaN);
    }

    private Tensor filled(Shape shape, double value) {
        var tensor = Device.cpu().allocate(facts.precision(), shape);
        var numbers = new double[shape.size()];
        Arrays.fill(numbers, value);
        tensor.write(0, numbers, numbers.length);
        return tensor;
    }

    @Override
    public Facts facts() {
        return facts;
    }

    @Override
    public Tensor input(int index) {
        return inputs.get(index);
    }

    @Override
    public int[] codes(int index) {
        return codes;
    }

    @Override
    public EmbeddingTable table(int index) {
        return Objects.requireNonNull(table);
    }

    @Override
    public Tensor output() {
        return output;
    }

    @Override
    public Tensor outputGradient() {
        return outputGradient;
    }

    @Override
    public Tensor inputGradient(int index) {
        if (!wants(index)) {
            throw new IllegalStateException("Nobody wants the gradient of input %d.".formatted(index));
        }
        return gradients.get(index);
    }

    @Override
    public Tensor saved(int index) {
        return saved.get(index);
    }

    @Override
    public Tensor scratch(int index) {
        return scratch.get(index);
    }

    @Override
    public Tensor ones(int count) {
        return filled(Shape.of(1, count), 1);
    }

    @Override
    public Kernel kernel(Call call) {
        return Device.cpu().kernel(call);
    }
}
