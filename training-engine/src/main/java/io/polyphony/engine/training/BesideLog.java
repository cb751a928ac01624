package io.polyphony.engine.training;

import io.polyphony.engine.checkpoint.StateReader;
import io.polyphony.engine.checkpoint.StateWriter;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Means over an epoch's steps of what is learned beside the tasks. */
final class BesideLog {
    private final List<String> names;
    private final double[] sums;
    private final double[] counts;

    BesideLog(List<String> names) {
        this.names = List.copyOf(names);
        this.sums = new double[names.size()];
        this.counts = new double[names.size()];
    }

    /** Takes a step's number down; what is not a number was not there. */
    void add(int name, double value) {
        if (!Double.isNaN(value)) {
            sums[name] += value;
            counts[name]++;
        }
    }

    /** By name; without what never was there. */
    Map<String, Double> means() {
        var means = new LinkedHashMap<String, Double>();
        for (int i = 0; i < sums.length; i++) {
            if (counts[i] > 0) {
                means.put(names.get(i), sums[i] / counts[i]);
            }
        }
        return means;
    }

    void beginEpoch() {
        Arrays.fill(sums, 0);
        Arrays.fill(counts, 0);
    }

    void write(StateWriter out) {
        out.writeDoubles(sums);
        out.writeDoubles(counts);
    }

    void read(StateReader in) {
        System.arraycopy(in.readDoubles(), 0, sums, 0, sums.length);
        System.arraycopy(in.readDoubles(), 0, counts, 0, counts.length);
    }
}
