package io.polyphony.engine.program;

/**
 * A use of memory by a node.
 *
 * @param index which input, or which of several
 */
record Slot(int node, Use use, int index) {

    /** What the memory is for. */
    enum Use {
        VALUE,
        INPUT_GRADIENT,
        OUTPUT_GRADIENT,
        SAVED,
        SCRATCH
    }

    static Slot value(Node node) {
        return new Slot(node.id(), Use.VALUE, 0);
    }

    static Slot outputGradient(Node node) {
        return new Slot(node.id(), Use.OUTPUT_GRADIENT, 0);
    }

    static Slot inputGradient(Node consumer, int input) {
        return new Slot(consumer.id(), Use.INPUT_GRADIENT, input);
    }
}
