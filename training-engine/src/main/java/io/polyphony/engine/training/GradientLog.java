package io.polyphony.engine.training;

import io.polyphony.engine.checkpoint.StateReader;
import io.polyphony.engine.checkpoint.StateWriter;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Sums up how the tasks' gradients lie to each other over an epoch's samples. */
final class GradientLog {
    private final List<String> tasks;
    private final double[] sums;
    private final double[] counts;
    private final double[] conflicts;
    private int samples;

    GradientLog(List<String> tasks) {
        this.tasks = List.copyOf(tasks);
        this.sums = new double[tasks.size() * tasks.size()];
        this.counts = new double[sums.length];
        this.conflicts = new double[sums.length];
    }

    void add(double[][] gram) {
        samples++;
        for (int i = 0; i < gram.length; i++) {
            for (int j = 0; j < gram.length; j++) {
                double norms = Math.sqrt(gram[i][i]) * Math.sqrt(gram[j][j]);
                if (norms > 0) {
                    add(i * gram.length + j, i == j ? Math.sqrt(gram[i][i]) : gram[i][j] / norms);
                }
            }
        }
    }

    private void add(int at, double number) {
        sums[at] += number;
        counts[at]++;
        conflicts[at] += number < GradientReport.CONFLICT ? 1 : 0;
    }

    /** What was seen since the last report's epoch, or null if nothing was. */
    @Nullable
    GradientReport report() {
        if (samples == 0) {
            return null;
        }
        var norms = new LinkedHashMap<String, Double>();
        for (int i = 0; i < tasks.size(); i++) {
            int at = i * tasks.size() + i;
            if (counts[at] > 0) {
                norms.put(tasks.get(i), sums[at] / counts[at]);
            }
        }
        return new GradientReport(samples, norms, pairs(sums), pairs(conflicts));
    }

    /** Means over the samples in which both tasks had a gradient. */
    private Map<String, Map<String, Double>> pairs(double[] numbers) {
        var pairs = new LinkedHashMap<String, Map<String, Double>>();
        for (int i = 0; i < tasks.size(); i++) {
            var others = new LinkedHashMap<String, Double>();
            for (int j = 0; j < tasks.size(); j++) {
                int at = i * tasks.size() + j;
                if (i != j && counts[at] > 0) {
                    others.put(tasks.get(j), numbers[at] / counts[at]);
                }
            }
            pairs.put(tasks.get(i), others);
        }
        return pairs;
    }

    void beginEpoch() {
        samples = 0;
        Arrays.fill(sums, 0);
        Arrays.fill(counts, 0);
        Arrays.fill(conflicts, 0);
    }

    void write(StateWriter out) {
        out.writeInt(samples);
        out.writeDoubles(sums);
        out.writeDoubles(counts);
        out.writeDoubles(conflicts);
    }

    void read(StateReader in) {
        samples = in.readInt();
        System.arraycopy(in.readDoubles(), 0, sums, 0, sums.length);
        System.arraycopy(in.readDoubles(), 0, counts, 0, counts.length);
        System.arraycopy(in.readDoubles(), 0, conflicts, 0, conflicts.length);
    }
}
