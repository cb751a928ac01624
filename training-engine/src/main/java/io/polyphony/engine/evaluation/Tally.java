package io.polyphony.engine.evaluation;

import java.util.Arrays;

/** Votes that count alike, to which one is added at a time. A vote is tried in constant time per number, however many there are. */
sealed interface Tally {

    static Tally of(Averaging averaging, TaskPredictions like) {
        return switch (averaging) {
            case MEAN -> new Mean(like);
            case MEDIAN -> new Median(like);
        };
    }

    /** What all say if this one votes, too. */
    TaskPredictions with(TaskPredictions vote);

    void add(TaskPredictions vote);

    /** Keeps sums. */
    final class Mean implements Tally {
        private final double[][] sum;
        private int count;

        private Mean(TaskPredictions like) {
            sum = new double[like.rows()][like.rows() == 0 ? 0 : like.scores()[0].length];
        }

        @Override
        public TaskPredictions with(TaskPredictions vote) {
            var mean = new float[sum.length][];
            for (int row = 0; row < mean.length; row++) {
                mean[row] = new float[sum[row].length];
                for (int c = 0; c < mean[row].length; c++) {
                    mean[row][c] = (float) ((sum[row][c] + vote.scores()[row][c]) / (count + 1));
                }
            }
            return vote.with(mean);
        }

        @Override
        public void add(TaskPredictions vote) {
            count++;
            for (int row = 0; row < sum.length; row++) {
                for (int c = 0; c < sum[row].length; c++) {
                    sum[row][c] += vote.scores()[row][c];
                }
            }
        }
    }

    /** Keeps what was said in order. */
    final class Median implements Tally {
        private final float[][][] said;

        private Median(TaskPredictions like) {
            said = new float[like.rows()][like.rows() == 0 ? 0 : like.scores()[0].length][0];
        }

        @Override
        public TaskPredictions with(TaskPredictions vote) {
            var median = new float[said.length][];
            for (int row = 0; row < median.length; row++) {
                median[row] = new float[said[row].length];
                for (int c = 0; c < median[row].length; c++) {
                    median[row][c] = median(said[row][c], vote.scores()[row][c]);
                }
            }
            return vote.with(median);
        }

        /** One value more moves the middle by one place at most. */
        private static float median(float[] sorted, float added) {
            int half = sorted.length / 2;
            if (sorted.length % 2 == 0) {
                return within(added, sorted, half - 1, half);
            }
            return (float) (((double) sorted[half] + within(added, sorted, half - 1, half + 1)) / 2);
        }

        private static float within(float value, float[] sorted, int low, int high) {
            float raised = low < 0 ? value : Math.max(value, sorted[low]);
            return high >= sorted.length ? raised : Math.min(raised, sorted[high]);
        }

        @Override
        public void add(TaskPredictions vote) {
            for (int row = 0; row < said.length; row++) {
                for (int c = 0; c < said[row].length; c++) {
                    said[row][c] = Arrays.copyOf(said[row][c], said[row][c].length + 1);
                    said[row][c][said[row][c].length - 1] = vote.scores()[row][c];
                    Arrays.sort(said[row][c]);
                }
            }
        }
    }
}
