package io.polyphony.engine.auxiliary;

import java.util.Arrays;

/**
 * What an autoencoder is to tell of a block: plain numbers, or the shares of some categories. Large blocks are told in short.
 */
sealed interface Target {
    /** No groups. */
    int[] NONE = {};

    /** How many numbers. */
    int count();

    /** The sizes of the groups of shares that add up to 1, one after the other; empty for plain numbers. Not to be changed. */
    default int[] groups() {
        return NONE;
    }

    /**
     * Writes one row.
     *
     * @param known 1 where there is something to be told, 0 where it is missing
     * @param at where the row begins in both
     */
    void read(Blocks blocks, int row, float[] target, float[] known, int at);

    /**
     * Numbers as they are.
     *
     * @param flagged of the bits behind them, the number that each says is missing
     */
    record Numbers(String block, int count, int[] flagged) implements Target {
        @Override
        public void read(Blocks blocks, int row, float[] target, float[] known, int at) {
            var numbers = blocks.numbers(block);
            int from = row * (count + flagged.length);
            System.arraycopy(numbers, from, target, at, count);
            Arrays.fill(known, at, at + count, 1);
            for (int bit = 0; bit < flagged.length; bit++) {
                if (numbers[from + count + bit] > 0) {
                    known[at + flagged[bit]] = 0;
                }
            }
        }
    }

    /**
     * The category of each column; large columns share their places by a hash. Code 0 is missing.
     *
     * @param groups places of each column
     */
    record Categories(String block, int[] groups) implements Target {
        @Override
        public int count() {
            return Arrays.stream(groups).sum();
        }

        @Override
        public void read(Blocks blocks, int row, float[] target, float[] known, int at) {
            var codes = blocks.codes(block);
            int place = at;
            for (int column = 0; column < groups.length; column++) {
                int code = codes[row * groups.length + column];
                Arrays.fill(target, place, place + groups[column], 0);
                Arrays.fill(known, place, place + groups[column], code == 0 ? 0 : 1);
                target[place + Hashing.place(code, groups[column])] = code == 0 ? 0 : 1;
                place += groups[column];
            }
        }
    }

    /**
     * How much of a text is which token, whatever their order; tokens share places by a hash.
     *
     * @param length tokens per row
     * @param groups a single one: how many places
     */
    record Bag(String tokens, String weights, int length, int[] groups) implements Target {
        @Override
        public int count() {
            return groups[0];
        }

        @Override
        public void read(Blocks blocks, int row, float[] target, float[] known, int at) {
            int count = count();
            Arrays.fill(target, at, at + count, 0);
            double sum = 0;
            for (int i = row * length; i < (row + 1) * length; i++) {
                if (blocks.codes(tokens)[i] != 0 && blocks.numbers(weights)[i] > 0) {
                    target[at + Hashing.place(blocks.codes(tokens)[i], count)] += blocks.numbers(weights)[i];
                    sum += blocks.numbers(weights)[i];
                }
            }
            Arrays.fill(known, at, at + count, sum > 0 ? 1 : 0);
            for (int i = at; i < at + count && sum > 0; i++) {
                target[i] /= (float) sum;
            }
        }
    }

    /**
     * A picture or spectrogram [height, width, channels] made small: the mean of each of some cells.
     *
     * @param rows cells one above the other
     * @param columns cells side by side
     */
    record Grid(String block, int height, int width, int channels, int rows, int columns) implements Target {
        @Override
        public int count() {
            return rows * columns * channels;
        }

        @Override
        public void read(Blocks blocks, int row, float[] target, float[] known, int at) {
            var pixels = blocks.numbers(block);
            Arrays.fill(target, at, at + count(), 0);
            Arrays.fill(known, at, at + count(), 1);
            int from = row * height * width * channels;
            for (int y = 0; y < height; y++) {
                for (int x = 0; x < width; x++) {
                    int cell = y * rows / height * columns + x * columns / width;
                    for (int c = 0; c < channels; c++) {
                        target[at + cell * channels + c] += pixels[from++];
                    }
                }
            }
            for (int i = 0; i < count(); i++) {
                target[at + i] /= pixels(i / channels);
            }
        }

        /** Pixels in a cell. */
        private int pixels(int cell) {
            return span(height, rows, cell / columns) * span(width, columns, cell % columns);
        }

        private static int span(int extent, int parts, int part) {
            return Math.ceilDiv((part + 1) * extent, parts) - Math.ceilDiv(part * extent, parts);
        }
    }

    /**
     * A series [steps, channels] made short: the mean of each channel over each of some spans, as far as they have steps.
     *
     * @param spans one after the other
     */
    record Spans(String block, String weights, int steps, int channels, int spans) implements Target {
        @Override
        public int count() {
            return spans * channels;
        }

        @Override
        public void read(Blocks blocks, int row, float[] target, float[] known, int at) {
            var series = blocks.numbers(block);
            Arrays.fill(target, at, at + count(), 0);
            Arrays.fill(known, at, at + count(), 0);
            for (int step = 0; step < steps; step++) {
                if (blocks.numbers(weights)[row * steps + step] > 0) {
                    int span = step * spans / steps;
                    for (int c = 0; c < channels; c++) {
                        target[at + span * channels + c] += series[(row * steps + step) * channels + c];
                        known[at + span * channels + c]++;
                    }
                }
            }
            for (int i = at; i < at + count(); i++) {
                target[i] /= Math.max(1, known[i]);
                known[i] = Math.min(1, known[i]);
            }
        }
    }
}
