package io.polyphony.engine.program;

import io.polyphony.engine.op.Facts;
import io.polyphony.engine.op.Site;
import io.polyphony.engine.tensor.Call;
import io.polyphony.engine.tensor.Device;
import io.polyphony.engine.tensor.EmbeddingTable;
import io.polyphony.engine.tensor.Kernel;
import io.polyphony.engine.tensor.Shape;
import io.polyphony.engine.tensor.Tensor;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** A result's place in a program; every tensor is made once, so that running makes none. */
final class Place implements Site {
    private final Node.Result result;
    private final Flow flow;
    private final Memory memory;
    private final Device device;
    private final Facts facts;
    private final Map<Slot, Tensor> tensors = new HashMap<>();

    Place(Node.Result result, Flow flow, Memory memory, Device device) {
        this.result = result;
        this.flow = flow;
        this.memory = memory;
        this.device = device;
        this.facts = flow.facts(result);
    }

    @Override
    public Facts facts() {
        return facts;
    }

    @Override
    public Tensor input(int index) {
        var node = result.inputs().get(index);
        return once(new Slot(node.id(), Slot.Use.VALUE, index), () -> memory.value(node));
    }

    @Override
    public int[] codes(int index) {
        return memory.codes(result.inputs().get(index));
    }

    @Override
    public EmbeddingTable table(int index) {
        return memory.table(result.inputs().get(index));
    }

    @Override
    public Tensor output() {
        return once(new Slot(result.id(), Slot.Use.VALUE, -1), () -> memory.value(result));
    }

    @Override
    public Tensor outputGradient() {
        var home = flow.gradientParts(result).getFirst();
        return once(new Slot(result.id(), Slot.Use.OUTPUT_GRADIENT, -1), () -> memory.at(home, result.shape()));
    }

    @Override
    public Tensor inputGradient(int index) {
        var slot = Slot.inputGradient(result, index);
        return once(slot, () -> memory.gradient(result.inputs().get(index), slot));
    }

    @Override
    public Tensor saved(int index) {
        var slot = new Slot(result.id(), Slot.Use.SAVED, index);
        return once(slot, () -> memory.at(slot, shape(result.primitive().saved(facts), index)));
    }

    @Override
    public Tensor scratch(int index) {
        var slot = new Slot(result.id(), Slot.Use.SCRATCH, index);
        return once(slot, () -> memory.at(slot, shape(result.primitive().scratch(facts), index)));
    }

    @Override
    public Tensor ones(int count) {
        return memory.ones(count);
    }

    @Override
    public Kernel kernel(Call call) {
        return device.kernel(call);
    }

    private static Shape shape(List<Shape> shapes, int index) {
        return shapes.get(index);
    }

    private Tensor once(Slot slot, Supplier<Tensor> make) {
        return tensors.computeIfAbsent(slot, _ -> make.get());
    }
}
