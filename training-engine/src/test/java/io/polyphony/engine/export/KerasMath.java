package io.polyphony.engine.export;

import com.fasterxml.jackson.databind.JsonNode;
import io.polyphony.engine.export.KerasReferee.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;

/** What layers of Keras compute, for one row. */
final class KerasMath {
    private KerasMath() {}

    static Value of(String kind, JsonNode config, List<Value> in, List<Value> weights) {
        var x = in.getFirst();
        return switch (kind) {
            case "Dense" -> dense(x, weights);
            case "ReLU" -> each(x, v -> Math.max(0, v));
            case "Dropout" -> x;
            case "Activation" -> activation(config.get("activation").asText(), x);
            case "Rescaling" ->
                each(
                        x,
                        v -> v * config.get("scale").asDouble()
                                + config.get("offset").asDouble());
            case "Add" ->
                in.stream().reduce((a, b) -> spread(a, b, Double::sum)).orElseThrow();
            case "Multiply" ->
                in.stream().reduce((a, b) -> spread(a, b, (p, q) -> p * q)).orElseThrow();
            case "Concatenate" -> joined(in);
            case "Reshape" -> new Value(x.numbers(), ints(config.get("target_shape")));
            case "Cropping1D" -> cropped(x, ints(config.get("cropping")));
            case "Dot" -> dot(x, in.get(1));
            case "LayerNormalization" -> norm(x, x.last(), 1, config, weights);
            case "GroupNormalization" -> norm(x, x.last(), config.get("groups").asInt(), config, weights);
            case "Conv2D" -> convolution(x, weights, ints(config.get("strides")));
            case "MaxPooling2D" -> pooled(x);
            case "Embedding" ->
                embedding(x, weights.getFirst(), config.get("mask_zero").asBoolean());
            case "GlobalMaxPooling1D" -> highest(x);
            case "LSTM", "GRU" -> KerasCells.states(kind, x, weights);
            default -> throw new IllegalArgumentException("The referee does not know the layer (%s).".formatted(kind));
        };
    }

    private static int[] ints(JsonNode list) {
        var values = new int[list.size()];
        Arrays.setAll(values, i -> list.get(i).asInt());
        return values;
    }

    private static Value each(Value x, DoubleUnaryOperator change) {
        return new Value(Arrays.stream(x.numbers()).map(change).toArray(), x.extents(), x.mask());
    }

    private static Value activation(String kind, Value x) {
        return switch (kind) {
            case "tanh" -> each(x, Math::tanh);
            case "sigmoid" -> each(x, v -> 1 / (1 + Math.exp(-v)));
            case "exponential" -> each(x, Math::exp);
            case "softmax" -> {
                double sum = Arrays.stream(x.numbers()).map(Math::exp).sum();
                yield each(x, v -> Math.exp(v) / sum);
            }
            default -> throw new IllegalArgumentException(kind);
        };
    }

    private static Value dense(Value x, List<Value> weights) {
        var kernel = weights.getFirst();
        int inner = kernel.extents()[0];
        int units = kernel.extents()[1];
        var out = new double[x.numbers().length / inner * units];
        for (int row = 0; row < out.length / units; row++) {
            for (int u = 0; u < units; u++) {
                double sum = weights.size() > 1 ? weights.get(1).numbers()[u] : 0;
                for (int i = 0; i < inner; i++) {
                    sum += x.numbers()[row * inner + i] * kernel.numbers()[i * units + u];
                }
                out[row * units + u] = sum;
            }
        }
        var extents = x.extents().clone();
        extents[extents.length - 1] = units;
        return new Value(out, extents, x.mask());
    }

    /** Of equal shapes, or the second's last extent is 1. */
    private static Value spread(Value a, Value b, DoubleBinaryOperator op) {
        int step = a.numbers().length / b.numbers().length;
        var out = new double[a.numbers().length];
        Arrays.setAll(out, i -> op.applyAsDouble(a.numbers()[i], b.numbers()[i / step]));
        return new Value(out, a.extents());
    }

    private static Value joined(List<Value> in) {
        int rows = in.getFirst().numbers().length / in.getFirst().last();
        var out = new ArrayList<Double>();
        for (int row = 0; row < rows; row++) {
            for (var part : in) {
                for (int i = 0; i < part.last(); i++) {
                    out.add(part.numbers()[row * part.last() + i]);
                }
            }
        }
        var extents = in.getFirst().extents().clone();
        extents[extents.length - 1] = out.size() / rows;
        return new Value(out.stream().mapToDouble(Double::doubleValue).toArray(), extents);
    }

    private static Value cropped(Value x, int[] cropping) {
        int steps = x.extents()[0] - cropping[0] - cropping[1];
        int from = cropping[0] * x.last();
        return new Value(Arrays.copyOfRange(x.numbers(), from, from + steps * x.last()), steps, x.last());
    }

    private static Value dot(Value a, Value b) {
        var out = new double[a.last() * b.last()];
        for (int step = 0; step < a.extents()[0]; step++) {
            for (int i = 0; i < a.last(); i++) {
                for (int k = 0; k < b.last(); k++) {
                    out[i * b.last() + k] += a.numbers()[step * a.last() + i] * b.numbers()[step * b.last() + k];
                }
            }
        }
        return new Value(out, a.last(), b.last());
    }

    /** One group: row by row; several: over all rows. */
    private static Value norm(Value x, int channels, int groups, JsonNode config, List<Value> weights) {
        boolean byGroup = config.has("groups");
        int rows = x.numbers().length / channels;
        int width = channels / groups;
        var out = new double[x.numbers().length];
        for (int unit = 0; unit < (byGroup ? groups : rows); unit++) {
            int first = byGroup ? unit * width : unit * channels;
            int lines = byGroup ? rows : 1;
            double mean = 0;
            double square = 0;
            for (int i = 0; i < lines * width; i++) {
                double v = x.numbers()[first + i / width * channels + i % width];
                mean += v / (lines * width);
                square += v * v / (lines * width);
            }
            double scale =
                    1 / Math.sqrt(square - mean * mean + config.get("epsilon").asDouble());
            for (int i = 0; i < lines * width; i++) {
                int at = first + i / width * channels + i % width;
                int channel = at % channels;
                out[at] = (x.numbers()[at] - mean) * scale * weights.get(0).numbers()[channel]
                        + weights.get(1).numbers()[channel];
            }
        }
        return new Value(out, x.extents());
    }

    private static Value convolution(Value x, List<Value> weights, int[] strides) {
        var kernel = weights.getFirst();
        int[] k = kernel.extents();
        int height = Math.ceilDiv(x.extents()[0], strides[0]);
        int width = Math.ceilDiv(x.extents()[1], strides[1]);
        int above = Math.max(0, (height - 1) * strides[0] + k[0] - x.extents()[0]) / 2;
        int left = Math.max(0, (width - 1) * strides[1] + k[1] - x.extents()[1]) / 2;
        var out = new double[height * width * k[3]];
        for (int at = 0; at < out.length; at++) {
            int filter = at % k[3];
            int top = at / k[3] / width * strides[0] - above;
            int side = at / k[3] % width * strides[1] - left;
            double sum = weights.get(1).numbers()[filter];
            for (int w = 0; w < k[0] * k[1] * k[2]; w++) {
                int r = top + w / k[2] / k[1];
                int c = side + w / k[2] % k[1];
                if (r >= 0 && r < x.extents()[0] && c >= 0 && c < x.extents()[1]) {
                    sum += x.numbers()[(r * x.extents()[1] + c) * k[2] + w % k[2]]
                            * kernel.numbers()[w * k[3] + filter];
                }
            }
            out[at] = sum;
        }
        return new Value(out, height, width, k[3]);
    }

    private static Value pooled(Value x) {
        int height = x.extents()[0] / 2;
        int width = x.extents()[1] / 2;
        var out = new double[height * width * x.last()];
        for (int at = 0; at < out.length; at++) {
            int row = at / x.last() / width * 2;
            int column = at / x.last() % width * 2;
            double most = Double.NEGATIVE_INFINITY;
            for (int cell = 0; cell < 4; cell++) {
                int from = (row + cell / 2) * x.extents()[1] + column + cell % 2;
                most = Math.max(most, x.numbers()[from * x.last() + at % x.last()]);
            }
            out[at] = most;
        }
        return new Value(out, height, width, x.last());
    }

    private static Value embedding(Value codes, Value table, boolean masks) {
        var out = new double[codes.numbers().length * table.last()];
        var mask = new boolean[masks ? codes.numbers().length : 0];
        for (int i = 0; i < codes.numbers().length; i++) {
            int code = (int) codes.numbers()[i];
            System.arraycopy(table.numbers(), code * table.last(), out, i * table.last(), table.last());
            if (masks) {
                mask[i] = code != 0;
            }
        }
        return new Value(out, new int[] {codes.numbers().length, table.last()}, mask);
    }

    private static Value highest(Value x) {
        var out = new double[x.last()];
        Arrays.fill(out, Double.NEGATIVE_INFINITY);
        for (int i = 0; i < x.numbers().length; i++) {
            out[i % x.last()] = Math.max(out[i % x.last()], x.numbers()[i]);
        }
        return new Value(out, x.last());
    }
}
