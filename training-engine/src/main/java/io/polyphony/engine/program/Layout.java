package io.polyphony.engine.program;

import io.polyphony.engine.tensor.Precision;
import io.polyphony.engine.tensor.Shape;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which memory every slot of a program uses: an offset in one arena, or the flat parameter vectors. */
final class Layout {
    private final Flow flow;
    private final Precision precision;
    private final Map<Slot, Integer> pieces = new HashMap<>();
    private final Map<Slot, Slot> aliases = new HashMap<>();
    private final List<Lifetime> lifetimes = new ArrayList<>();
    private final MemoryPlan plan;

    Layout(Graph graph, Flow flow, Backward backward, Precision precision) {
        this.flow = flow;
        this.precision = precision;
        for (var node : graph.nodes()) {
            if (flow.reachable(node)) {
                placeValue(node);
            }
        }
        flow.results().forEach(this::placeSaved);
        for (var node : graph.nodes().reversed()) {
            if (flow.reachable(node) && flow.learns(node)) {
                placeGradient(node);
            }
        }
        if (backward == Backward.REPEATEDLY) {
            lifetimes.replaceAll(this::untilTheEnd);
        }
        this.plan = MemoryPlan.of(lifetimes);
    }

    long arenaBytes() {
        return plan.bytes();
    }

    /** The slot whose memory a slot shares; itself if it has its own. */
    Slot root(Slot slot) {
        var other = aliases.get(slot);
        return other == null ? slot : root(other);
    }

    /** Bytes from the arena's begin. */
    long offset(Slot slot) {
        var piece = pieces.get(root(slot));
        if (piece == null) {
            throw new IllegalStateException("No memory was planned for %s.".formatted(slot));
        }
        return plan.offsets().get(piece);
    }

    private void placeValue(Node node) {
        switch (node) {
            case Node.Input input -> place(Slot.value(input), input.shape(), 0, 2 * flow.lossStep() + 1);
            case Node.Constant constant -> place(Slot.value(constant), constant.shape(), 0, 2 * flow.lossStep() + 1);
            case Node.Codes _, Node.Parameter _, Node.Table _ -> {}
            case Node.Result result -> placeResult(result);
        }
    }

    private void placeResult(Node.Result result) {
        int step = flow.forwardStep(result);
        if (result.primitive().alias()) {
            aliases.put(Slot.value(result), Slot.value(result.inputs().getFirst()));
        } else {
            place(Slot.value(result), result.shape(), step, step);
        }
        for (int i = 0; i < result.inputs().size(); i++) {
            var slot = Slot.value(result.inputs().get(i));
            keep(slot, step);
            if (flow.learns(result) && result.primitive().readsInput(i)) {
                keep(slot, flow.backwardStep(result));
            }
        }
        if (flow.learns(result) && result.primitive().readsOutput()) {
            keep(Slot.value(result), flow.backwardStep(result));
        }
        if (flow.isOutput(result)) {
            keep(Slot.value(result), flow.lossStep());
        }
    }

    private void placeSaved(Node.Result result) {
        var facts = flow.facts(result);
        int ahead = flow.forwardStep(result);
        int back = flow.backwardStep(result);
        int saved = 0;
        for (var shape : result.primitive().saved(facts)) {
            place(new Slot(result.id(), Slot.Use.SAVED, saved++), shape, ahead, facts.differentiated() ? back : ahead);
        }
        int scratch = 0;
        for (var shape : result.primitive().scratch(facts)) {
            place(new Slot(result.id(), Slot.Use.SCRATCH, scratch++), shape, back, back);
        }
    }

    /** Parts of a gradient live from whom they come from until the node's own backward step; those of inputs to the end. */
    private void placeGradient(Node node) {
        if (!(node instanceof Node.Result || node instanceof Node.Input)) {
            return;
        }
        int until = node instanceof Node.Input ? 2 * flow.lossStep() + 1 : flow.backwardStep(node);
        for (var part : flow.gradientParts(node)) {
            if (part.use() == Slot.Use.OUTPUT_GRADIENT) {
                place(part, node.shape(), flow.lossStep(), until);
            } else {
                placePart(node, part, until);
            }
        }
    }

    private void placePart(Node node, Slot part, int until) {
        var consumer = consumer(part);
        if (consumer.primitive().alias()) {
            aliases.put(part, flow.gradientParts(consumer).getFirst());
            keep(part, until);
        } else {
            place(part, node.shape(), flow.backwardStep(consumer), until);
        }
    }

    private Node.Result consumer(Slot part) {
        return flow.results().stream()
                .filter(result -> result.id() == part.node())
                .findFirst()
                .orElseThrow();
    }

    private void place(Slot slot, Shape shape, int first, int last) {
        pieces.put(slot, lifetimes.size());
        lifetimes.add(new Lifetime((long) shape.size() * precision.bytes(), first, last));
    }

    /** What forward leaves for backward must outlive it, to be read again. */
    private Lifetime untilTheEnd(Lifetime lifetime) {
        int lossStep = flow.lossStep();
        boolean crosses = lifetime.first() <= lossStep && lifetime.last() > lossStep;
        return crosses ? lifetime.until(2 * lossStep + 1) : lifetime;
    }

    private void keep(Slot slot, int step) {
        var piece = pieces.get(root(slot));
        if (piece != null) {
            lifetimes.set(piece, lifetimes.get(piece).until(step));
        }
    }
}
