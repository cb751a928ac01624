package io.polyphony.engine.weighting;

/** Mean loss of each task over the steps of an epoch in which it had a label. */
final class EpochMeans {
    private final double[] sums;
    private final double[] counts;

    EpochMeans(int tasks) {
        sums = new double[tasks];
        counts = new double[tasks];
    }

    void add(StepLosses losses) {
        for (int task = 0; task < sums.length; task++) {
            if (losses.present()[task]) {
                sums[task] += losses.values()[task];
                counts[task]++;
            }
        }
    }

    /** The means, and a new beginning; NaN for tasks that had no label. */
    double[] take() {
        var means = new double[sums.length];
        for (int task = 0; task < means.length; task++) {
            means[task] = counts[task] == 0 ? Double.NaN : sums[task] / counts[task];
            sums[task] = 0;
            counts[task] = 0;
        }
        return means;
    }

    void write(StateVector out) {
        out.put(sums);
        out.put(counts);
    }

    void read(StateVector in) {
        in.get(sums);
        in.get(counts);
    }
}
