package io.polyphony.engine.program;

import io.polyphony.engine.op.Facts;
import io.polyphony.engine.op.Site;
import io.polyphony.engine.tensor.Call;
import io.polyphony.engine.tensor.EmbeddingTable;
import io.polyphony.engine.tensor.Kernel;
import io.polyphony.engine.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/** A result's place in a program; every tensor is made once, so that running makes none. */
final class Place implements Site {
    private final Node.Result result;
    private final Flow flow;
    private final Memory memory;
    private final Facts facts;
    private final @Nullable Tensor[] inputs;
    private final @Nullable Tensor[] inputGradients;
    private final @Nullable Tensor[] saved;
    private final @Nullable Tensor[] scratch;
    private @Nullable Tensor output;
    private @Nullable Tensor outputGradient;

    Place(Node.Result result, Flow flow, Memory memory) {
        this.result = result;
        this.flow = flow;
        this.memory = memory;
        this.facts = flow.facts(result);
        this.inputs = new @Nullable Tensor[result.inputs().size()];
        this.inputGradients = new @Nullable Tensor[result.inputs().size()];
        this.saved = new @Nullable Tensor[result.primitive().saved(facts).size()];
        this.scratch = new @Nullable Tensor[result.primitive().scratch(facts).size()];
    }

    @Override
    public Facts facts() {
        return facts;
    }

    @Override
    public Tensor input(int index) {
        var known = inputs[index];
        if (known == null) {
            known = memory.value(result.inputs().get(index));
            inputs[index] = known;
        }
        return known;
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
        var known = output;
        if (known == null) {
            known = memory.value(result);
            output = known;
        }
        return known;
    }

    @Override
    public Tensor outputGradient() {
        var known = outputGradient;
        if (known == null) {
            known = memory.at(flow.gradientParts(result).getFirst(), result.shape());
            outputGradient = known;
        }
        return known;
    }

    @Override
    public Tensor inputGradient(int index) {
        var known = inputGradients[index];
        if (known == null) {
            known = memory.gradient(result.inputs().get(index), Slot.inputGradient(result, index));
            inputGradients[index] = known;
        }
        return known;
    }

    @Override
    public Tensor saved(int index) {
        var known = saved[index];
        if (known == null) {
            var slot = new Slot(result.id(), Slot.Use.SAVED, index);
            known = memory.at(slot, result.primitive().saved(facts).get(index));
            saved[index] = known;
        }
        return known;
    }

    @Override
    public Tensor scratch(int index) {
        var known = scratch[index];
        if (known == null) {
            var slot = new Slot(result.id(), Slot.Use.SCRATCH, index);
            known = memory.at(slot, result.primitive().scratch(facts).get(index));
            scratch[index] = known;
        }
        return known;
    }

    @Override
    public Tensor ones(int count) {
        return memory.ones(count);
    }

    @Override
    public Kernel kernel(Call call) {
        return memory.kernel(call);
    }
}
