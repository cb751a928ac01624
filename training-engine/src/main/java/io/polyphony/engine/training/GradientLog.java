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
    private int samples;

    GradientLog(List<String> tasks) {
        this.tasks = List.copyOf(tasks);
        this.sums = new double[tasks.size() * tasks.size()];
        this.counts = new double[sums.length];
    }

    void add(double[][] gram) {
        samples++;
        for (int i = 0; i < gram.length; i++) {
            for (int j = 0; j < gram.length; j++) {
                double norms = Math.sqrt(gram[i][i]) * Math.sqrt(gram[j][j]);
                if (norms > 0) {
                    sums[i * gram.length + j] += i == j ? Math.sqrt(gram[i][i]) : gram[i][j] / norms;
                    counts[i * gram.length + j]++;
                }
            }
        }
    }

    /** What was seen since the last report's epoch, or null if nothing was. */
    @Nullable
    GradientReport report() {
        if (samples == 0) {
            return null;
        }
        var norms = new LinkedHashMap<String, Double>();
        var cosines = new LinkedHashMap<String, Map<String, Double>>();
        for (int i = 0; i < tasks.size(); i++) {
            var others = new LinkedHashMap<String, Double>();
            for (int j = 0; j < tasks.size(); j++) {
                int at = i * tasks.size() + j;
                if (counts[at] > 0) {
                    (i == j ? norms : others).put(tasks.get(j), sums[at] / counts[at]);
                }
            }
            cosines.put(tasks.get(i), others);
        }
        return new GradientReport(samples, norms, cosines);
    }

    void beginEpoch() {
        samples = 0;
        Arrays.fill(sums, 0);
        Arrays.fill(counts, 0);
    }

    void write(StateWriter out) {
        out.writeInt(samples);
        out.writeDoubles(sums);
        out.writeDoubles(counts);
    }

    void read(StateReader in) {
        samples = in.readInt();
        System.arraycopy(in.readDoubles(), 0, sums, 0, sums.length);
        System.arraycopy(in.readDoubles(), 0, counts, 0, counts.length);
    }
}
