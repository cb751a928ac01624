package io.polyphony.engine.explanation;

import io.polyphony.engine.data.Block;
import io.polyphony.engine.data.InputFeatures;
import io.polyphony.engine.data.InputLayout;
import io.polyphony.engine.data.Reading;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Shares of numbers become shares of what the numbers are to a person. */
final class Attributions {
    /** Of a picture along each side, where it is known by its ninths. */
    private static final int PARTS = 3;

    private Attributions() {}

    /** @param shares by block, one for each of its numbers */
    static Attribution of(
            String input, Reading reading, InputFeatures features, InputLayout layout, Map<String, double[]> shares) {
        double total = shares.values().stream().flatMapToDouble(Arrays::stream).sum();
        return switch (reading) {
            case Reading.Whole() -> new Attribution.Whole(input, total);
            case Reading.Cells cells -> new Attribution.Cells(input, total, cells(cells, shares));
            case Reading.Words(var words) ->
                new Attribution.Words(input, total, words(words, of(shares, InputLayout.TOKENS)));
            case Reading.Pixels box -> pixels(input, total, box, layout, of(shares, InputLayout.PIXELS));
            case Reading.Ninths ninths -> ninths(input, total, ninths, of(shares, InputLayout.PATCHES));
            case Reading.Sound(var start, var step, var hertz) ->
                new Attribution.Sound(
                        input,
                        total,
                        start,
                        step,
                        hertz,
                        numbers(features, InputLayout.MEL),
                        floats(of(shares, InputLayout.MEL)));
            case Reading.Steps(var channels, var steps) ->
                new Attribution.Steps(
                        input,
                        total,
                        channels,
                        byChannel(doubles(numbers(features, InputLayout.SERIES)), channels.size(), steps),
                        byChannel(of(shares, InputLayout.SERIES), channels.size(), steps),
                        levels(shares));
        };
    }

    /** What the last values say, and how far the past lay about them. */
    private static double[] levels(Map<String, double[]> shares) {
        var levels = of(shares, InputLayout.LAST).clone();
        var units = shares.get(InputLayout.SCALE);
        for (int i = 0; units != null && i < units.length; i++) {
            levels[i] += units[i];
        }
        return levels;
    }

    private static List<Attribution.Cell> cells(Reading.Cells reading, Map<String, double[]> shares) {
        var sums = new LinkedHashMap<String, Double>();
        reading.cells().keySet().forEach(column -> sums.put(column, 0.0));
        reading.columns().forEach((block, columns) -> {
            var own = of(shares, block);
            for (int i = 0; i < own.length; i++) {
                sums.merge(columns.get(i), own[i], Double::sum);
            }
        });
        var cells = new ArrayList<Attribution.Cell>();
        sums.forEach((column, share) ->
                cells.add(new Attribution.Cell(column, reading.cells().get(column), share)));
        return cells;
    }

    private static List<Attribution.Word> words(List<Reading.Word> words, double[] shares) {
        var told = new ArrayList<Attribution.Word>();
        for (int i = 0; i < words.size(); i++) {
            told.add(new Attribution.Word(words.get(i).column(), words.get(i).text(), shares[i]));
        }
        return told;
    }

    private static Attribution pixels(
            String input, double total, Reading.Pixels box, InputLayout layout, double[] shares) {
        int[] shape = layout.block(InputLayout.PIXELS).shape();
        var inside = new float[box.height() * box.width()];
        for (int i = 0; i < inside.length; i++) {
            int line = box.top() + i / box.width();
            int from = (line * shape[1] + box.left() + i % box.width()) * shape[2];
            for (int channel = 0; channel < shape[2]; channel++) {
                inside[i] += (float) shares[from + channel];
            }
        }
        return new Attribution.Pixels(input, total, box.height(), box.width(), inside);
    }

    /** Spreads what a part of the picture contributes evenly over that part, as far as it is seen. */
    private static Attribution ninths(String input, double total, Reading.Ninths reading, double[] shares) {
        var sums = new double[PARTS * PARTS];
        for (int i = 0; i < shares.length; i++) {
            if (reading.parts()[i] >= 0) {
                sums[reading.parts()[i]] += shares[i];
            }
        }
        var box = reading.box();
        var inside = new int[box.height() * box.width()];
        var seen = new int[sums.length];
        for (int i = 0; i < inside.length; i++) {
            int line = (box.top() + i / box.width()) * PARTS / reading.side();
            inside[i] = line * PARTS + (box.left() + i % box.width()) * PARTS / reading.side();
            seen[inside[i]]++;
        }
        double told = 0;
        for (int part = 0; part < sums.length; part++) {
            told += seen[part] > 0 ? sums[part] : 0;
        }
        var spread = new float[inside.length];
        for (int i = 0; i < spread.length; i++) {
            spread[i] = (float) (sums[inside[i]] / seen[inside[i]] + (total - told) / spread.length);
        }
        return new Attribution.Pixels(input, total, box.height(), box.width(), spread);
    }

    private static float[][] byChannel(double[] numbers, int channels, int steps) {
        var parts = new float[channels][steps];
        for (int i = 0; i < channels * steps; i++) {
            parts[i % channels][i / channels] = (float) numbers[i];
        }
        return parts;
    }

    private static double[] of(Map<String, double[]> shares, String block) {
        return shares.getOrDefault(block, new double[0]);
    }

    private static float[] numbers(InputFeatures features, String block) {
        return features.blocks().get(block) instanceof Block.Dense(var _, var values) ? values : new float[0];
    }

    private static double[] doubles(float[] numbers) {
        var wide = new double[numbers.length];
        Arrays.setAll(wide, i -> numbers[i]);
        return wide;
    }

    private static float[] floats(double[] numbers) {
        var narrow = new float[numbers.length];
        for (int i = 0; i < narrow.length; i++) {
            narrow[i] = (float) numbers[i];
        }
        return narrow;
    }
}
