package io.polyphony.engine.op;

import io.polyphony.engine.tensor.Shape;
import java.util.List;

/**
 * Where a primitive writes the same computation as ONNX operators (operator set 17). Values go by names. The first extent
 * of what comes per row is left open: what is written works for any number of rows, so it must not read that extent.
 */
public interface Twin {

    /** The value that the primitive reads there: real numbers, codes as 64-bit integers [rows, length], or a table. */
    String input(int index);

    /** How many values it reads. */
    int inputs();

    /** The shape of that value; the first extent of what comes per row means nothing. */
    Shape shape(int index);

    /** The only result of an operator. */
    String node(String operator, List<String> inputs, Attribute... attributes);

    /** Numbers that never change. */
    String numbers(float[] values, int... shape);

    /** Whole numbers that never change: axes, extents, places. */
    String integers(long... values);

    /**
     * Walks along the second axis of sequences [rows, time, ..].
     *
     * @param states what the first step begins with
     * @param backwards whether time runs from the last step to the first
     * @return the first state after every step, by time: [rows, time, ..]
     */
    String scan(List<String> states, List<String> sequences, boolean backwards, Step step);

    /** One step of a walk. */
    interface Step {
        /** The states after the step, from those before and this moment of every sequence. */
        List<String> next(Twin inner, List<String> states, List<String> moments);
    }

    default String node(String operator, String... inputs) {
        return node(operator, List.of(inputs));
    }

    default String number(double value) {
        return numbers(new float[] {(float) value});
    }

    default String plus(String value, double number) {
        return node("Add", value, number(number));
    }

    default String times(String value, double number) {
        return node("Mul", value, number(number));
    }

    /** [.., 1, ..] with new axes of extent 1. */
    default String widened(String value, long... axes) {
        return node("Unsqueeze", value, integers(axes));
    }

    /** The same numbers, so many of them per row as the extents say. */
    default String reshaped(String value, int... perRow) {
        var extents = new long[perRow.length + 1];
        extents[0] = -1;
        for (int i = 0; i < perRow.length; i++) {
            extents[i + 1] = perRow[i];
        }
        return node("Reshape", value, integers(extents));
    }

    default String transposed(String value, long... axes) {
        return node("Transpose", List.of(value), Attribute.wholes("perm", axes));
    }

    /** From one place of an axis to another. */
    default String slice(String value, int axis, int from, int to) {
        return node("Slice", value, integers(from), integers(to), integers(axis));
    }

    /** One place of an axis, which goes away. */
    default String pick(String value, int axis, int place) {
        return node("Squeeze", slice(value, axis, place, place + 1), integers(axis));
    }

    default String sum(String value, boolean keep, long axis) {
        return node("ReduceSum", List.of(value, integers(axis)), Attribute.whole("keepdims", keep ? 1 : 0));
    }

    default String largest(String value, boolean keep, long axis) {
        return node(
                "ReduceMax", List.of(value), Attribute.wholes("axes", axis), Attribute.whole("keepdims", keep ? 1 : 0));
    }

    default String mean(String value, long... axes) {
        return node("ReduceMean", List.of(value), Attribute.wholes("axes", axes), Attribute.whole("keepdims", 1));
    }

    /** Where the value is above 0, as truth values. */
    default String positive(String value) {
        return node("Greater", value, number(0));
    }

    /** The first where the condition holds, the second elsewhere. */
    default String where(String condition, String then, String otherwise) {
        return node("Where", condition, then, otherwise);
    }

    /** One number for each row [rows, extents..]; the rows are those of another value. */
    default String filled(String like, double value, int... perRow) {
        var rows = node("Shape", List.of(like), Attribute.whole("start", 0), Attribute.whole("end", 1));
        var extents = new long[perRow.length];
        for (int i = 0; i < perRow.length; i++) {
            extents[i] = perRow[i];
        }
        var shape = node("Concat", List.of(rows, integers(extents)), Attribute.whole("axis", 0));
        return node("Expand", number(value), shape);
    }

    /**
     * Softmax of what weighs something: weight exp(logit) over its sum, all zero where nothing weighs.
     *
     * @param weights of a shape that spreads over the logits
     */
    default String shares(String logits, String weights, int axis) {
        var open = positive(weights);
        var far = where(open, logits, number(-1e30));
        var powers = node("Exp", node("Sub", far, largest(far, true, axis)));
        var weighed = node("Mul", powers, node("Relu", weights));
        var sum = sum(weighed, true, axis);
        return node("Div", weighed, where(positive(sum), sum, number(1)));
    }
}
