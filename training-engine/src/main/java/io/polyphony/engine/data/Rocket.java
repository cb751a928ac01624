package io.polyphony.engine.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * MiniRocket (Dempster 2021, arXiv:2012.08791): the 84 kernels of nine weights of which three are 2 and six are -1, at
 * exponentially growing dilations. A feature is the share of a row's steps at which a kernel answers more than its bias;
 * biases are quantiles of the answers to a train row. Every other kernel does without padding where the row is long enough.
 *
 * @param dilations steps between two weights, ascending
 * @param counts biases of each kernel, by dilation
 * @param channels those that a kernel adds up, by dilation and kernel
 * @param biases by dilation, kernel and count
 */
record Rocket(int[] dilations, int[] counts, int[][] channels, float[] biases) {
    static final int KERNELS = 84;

    private static final int WEIGHTS = 9;
    private static final int MOST_DILATIONS = 32;
    private static final int MOST_CHANNELS = 9;
    private static final double GOLDEN = (Math.sqrt(5) + 1) / 2;
    private static final int[][] PLACES = places();

    /** One row: steps of all channels, interleaved, from an offset on. */
    record Row(float[] series, int offset, int steps, int channels) {}

    /** @param rows train rows, at least one, each of at least one step */
    static Rocket fit(Row[] rows, int features) {
        int longest = Arrays.stream(rows).mapToInt(Row::steps).max().orElse(1);
        var byDilation = dilations(longest, features / KERNELS);
        var dilations = byDilation.keySet().stream().mapToInt(Integer::intValue).toArray();
        var counts = byDilation.values().stream().mapToInt(Integer::intValue).toArray();
        var random = new SplittableRandom(KERNELS);
        var channels = new int[dilations.length * KERNELS][];
        for (int i = 0; i < channels.length; i++) {
            channels[i] = someOf(rows[0].channels(), random);
        }
        var rocket = new Rocket(
                dilations,
                counts,
                channels,
                new float[KERNELS * Arrays.stream(counts).sum()]);
        rocket.fitBiases(rows, random);
        return rocket;
    }

    /** How many biases each dilation gets; dilations grow from 1 until the kernel is as long as the series. */
    private static TreeMap<Integer, Integer> dilations(int length, int perKernel) {
        int most = Math.min(perKernel, MOST_DILATIONS);
        double exponent = Math.max(0, Math.log((length - 1) / (WEIGHTS - 1.0)) / Math.log(2));
        var counts = new TreeMap<Integer, Integer>();
        for (int i = 0; i < most; i++) {
            counts.merge((int) Math.pow(2, most == 1 ? 0 : exponent * i / (most - 1)), 1, Integer::sum);
        }
        counts.replaceAll((_, count) -> count * perKernel / most);
        int rest =
                perKernel - counts.values().stream().mapToInt(Integer::intValue).sum();
        while (rest > 0) {
            for (var dilation : new ArrayList<>(counts.keySet())) {
                counts.merge(dilation, rest-- > 0 ? 1 : 0, Integer::sum);
            }
        }
        return counts;
    }

    private static int[] someOf(int channels, RandomGenerator random) {
        int most = Math.min(channels, MOST_CHANNELS);
        int count = (int) Math.pow(2, random.nextDouble() * Math.log(most + 1) / Math.log(2));
        var all = IntStream.range(0, channels).toArray();
        for (int i = 0; i < count; i++) {
            int other = i + random.nextInt(channels - i);
            int kept = all[i];
            all[i] = all[other];
            all[other] = kept;
        }
        return Arrays.copyOf(all, Math.max(1, count));
    }

    private void fitBiases(Row[] rows, RandomGenerator random) {
        int feature = 0;
        for (int d = 0; d < dilations.length; d++) {
            for (int kernel = 0; kernel < KERNELS; kernel++) {
                var answers = new Answers(rows[random.nextInt(rows.length)], dilations[d])
                        .of(kernel, channels[d * KERNELS + kernel]);
                Arrays.sort(answers);
                for (int i = 0; i < counts[d]; i++) {
                    biases[feature++] = quantile(answers, feature * GOLDEN % 1);
                }
            }
        }
    }

    private static float quantile(float[] sorted, double share) {
        double position = share * (sorted.length - 1);
        int below = (int) position;
        int above = Math.min(below + 1, sorted.length - 1);
        return (float) (sorted[below] + (position - below) * (sorted[above] - sorted[below]));
    }

    int features() {
        return biases.length;
    }

    /** Writes the features of a row, each from 0 to 1. */
    void write(Row row, float[] target, int at) {
        int feature = 0;
        for (int d = 0; d < dilations.length; d++) {
            var all = new Answers(row, dilations[d]);
            int reach = dilations[d] * (WEIGHTS - 1) / 2;
            for (int kernel = 0; kernel < KERNELS; kernel++) {
                var answers = all.of(kernel, channels[d * KERNELS + kernel]);
                boolean padded = (d + kernel) % 2 == 0 || row.steps() <= 2 * reach;
                int margin = padded ? 0 : reach;
                for (int i = 0; i < counts[d]; i++) {
                    target[at + feature] = shareAbove(answers, margin, biases[feature]);
                    feature++;
                }
            }
        }
    }

    private static float shareAbove(float[] answers, int margin, float bias) {
        int above = 0;
        for (int step = margin; step < answers.length - margin; step++) {
            above += answers[step] > bias ? 1 : 0;
        }
        return (float) above / (answers.length - 2 * margin);
    }

    /** What kernels of one dilation answer to a row. All loops run over arrays from their first number on, which makes them fast. */
    private static final class Answers {
        private final int steps;
        /** By channel and place of a weight, three times what that weight sees at each step; zeros lie around the series. */
        private final float[][][] threefold;

        private final float[][] base;
        private final float[] answers;

        Answers(Row row, int dilation) {
            this.steps = row.steps();
            threefold = new float[row.channels()][WEIGHTS][steps];
            base = new float[row.channels()][steps];
            answers = new float[steps];
            for (int c = 0; c < row.channels(); c++) {
                see(row, dilation, c);
            }
        }

        private void see(Row row, int dilation, int channel) {
            int margin = dilation * (WEIGHTS - 1) / 2;
            var padded = new float[steps + 2 * margin];
            for (int step = 0; step < steps; step++) {
                padded[margin + step] = row.series()[row.offset() + step * row.channels() + channel];
            }
            for (int place = 0; place < WEIGHTS; place++) {
                var seen = threefold[channel][place];
                System.arraycopy(padded, place * dilation, seen, 0, steps);
                for (int step = 0; step < steps; step++) {
                    base[channel][step] -= seen[step];
                    seen[step] *= 3;
                }
            }
        }

        /** All weights are -1, and three of them 3 more. The array is the next kernel's as well. */
        float[] of(int kernel, int[] channels) {
            Arrays.fill(answers, 0);
            for (int channel : channels) {
                var seen = threefold[channel];
                var heavy = PLACES[kernel];
                add(answers, base[channel], seen[heavy[0]], seen[heavy[1]], seen[heavy[2]]);
            }
            return answers;
        }

        private static void add(float[] answers, float[] base, float[] first, float[] second, float[] third) {
            for (int step = 0; step < answers.length; step++) {
                answers[step] = answers[step] + base[step] + first[step] + second[step] + third[step];
            }
        }
    }

    /** Where the weight is 2, by kernel. */
    static int[][] places() {
        var all = new ArrayList<int[]>();
        for (int a = 0; a < WEIGHTS; a++) {
            for (int b = a + 1; b < WEIGHTS; b++) {
                for (int c = b + 1; c < WEIGHTS; c++) {
                    all.add(new int[] {a, b, c});
                }
            }
        }
        return all.toArray(int[][]::new);
    }
}
