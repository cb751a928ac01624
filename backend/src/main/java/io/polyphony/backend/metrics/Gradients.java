package io.polyphony.backend.metrics;

import io.polyphony.engine.weighting.Weightings;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How the tasks' gradients lay to each other over the parameters that tasks share, in steps that were looked at closely.
 *
 * @param samples how many steps
 * @param norms mean length of each task's gradient, of its loss times its weight
 * @param pairs each two tasks once, the worst conflict first
 * @param dominance the longest gradient beside the shortest where it drowns it, else null
 * @param surgery whether weightings that mend conflicts are worth a try
 * @param advice what this means, in sentences
 */
public record Gradients(
        long samples,
        Map<String, Double> norms,
        List<Pair> pairs,
        @Nullable Dominance dominance,
        boolean surgery,
        List<String> advice) {
    /** Below this share of the steps, gradient surgery mends what is not broken. */
    private static final double CONFLICTS = 0.3;
    /** Each task costs a backward run per step. */
    private static final int MOST_TASKS = 8;
    /** So many times as long as another, a gradient decides alone where the shared layers go. */
    private static final double DROWNS = 10;

    /**
     * Two tasks.
     *
     * @param cosine mean cosine between their gradients; below 0 they work against each other
     * @param conflictRate share of the steps in which it was below -0.1; null where an older version did not count them
     */
    public record Pair(
            String task,
            String other,
            double cosine,
            @Nullable Double conflictRate) {
        double rate() {
            return conflictRate == null ? 0 : conflictRate;
        }
    }

    /** One task's gradient is so many times as long as another's. */
    public record Dominance(String task, String over, double times) {}

    /** Out of the means of the single figures. */
    static Gradients of(List<GradientMean> means) {
        var norms = new TreeMap<String, Double>();
        var pairs = new ArrayList<Pair>();
        long samples = 0;
        for (var mean : means) {
            samples = Math.max(samples, mean.samples());
            if (mean.name().equals(MetricPoint.GRADIENT_NORM)) {
                norms.put(mean.task(), mean.value());
            } else if (mean.name().startsWith(MetricPoint.GRADIENT_COSINE)) {
                var other = mean.name().substring(MetricPoint.GRADIENT_COSINE.length());
                if (mean.task().compareTo(other) < 0) {
                    pairs.add(new Pair(mean.task(), other, mean.value(), conflicts(means, mean.task(), other)));
                }
            }
        }
        pairs.sort(Comparator.comparingDouble((Pair pair) -> -pair.rate()).thenComparingDouble(Pair::cosine));
        var dominance = dominance(norms);
        boolean surgery = !pairs.isEmpty() && pairs.getFirst().rate() > CONFLICTS && norms.size() <= MOST_TASKS;
        return new Gradients(samples, norms, pairs, dominance, surgery, advice(norms, pairs, dominance));
    }

    private static @Nullable Double conflicts(List<GradientMean> means, String task, String other) {
        return means.stream()
                .filter(mean -> mean.task().equals(task) && mean.name().equals(MetricPoint.GRADIENT_CONFLICT + other))
                .map(GradientMean::value)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable Dominance dominance(Map<String, Double> norms) {
        var byLength =
                norms.entrySet().stream().sorted(Map.Entry.comparingByValue()).toList();
        if (byLength.size() < 2) {
            return null;
        }
        var shortest = byLength.getFirst();
        var longest = byLength.getLast();
        double times = longest.getValue() / Math.max(1e-12, shortest.getValue());
        return times < DROWNS ? null : new Dominance(longest.getKey(), shortest.getKey(), times);
    }

    private static List<String> advice(Map<String, Double> norms, List<Pair> pairs, @Nullable Dominance dominance) {
        var advice = new ArrayList<String>();
        if (!pairs.isEmpty() && pairs.getFirst().conflictRate() != null) {
            advice.add(conflicts(pairs.getFirst(), norms.size()));
        }
        if (dominance != null) {
            advice.add(said(
                    "The gradient of %s is %.0f times as long as that of %s and decides alone where the shared layers go. Maybe try gradnorm, db_mtl or famo, which even that out.",
                    dominance.task(), dominance.times(), dominance.over()));
        }
        return advice;
    }

    private static String conflicts(Pair worst, int tasks) {
        double percent = 100 * worst.rate();
        if (worst.rate() == 0) {
            return "No two tasks were in conflict: gradient surgery would gain nothing.";
        }
        if (worst.rate() <= CONFLICTS) {
            return said(
                    "No two tasks are in conflict in more than %.0f %% of the steps: gradient surgery would gain little.",
                    Math.ceil(percent));
        }
        var found = said("%s and %s are in conflict in %.0f %% of the steps.", worst.task(), worst.other(), percent);
        return tasks <= MOST_TASKS
                ? found + " Maybe try gradient surgery: " + String.join(", ", Weightings.SURGERY) + "."
                : found + said(" With %d tasks gradient surgery would take too long; maybe group them.", tasks);
    }

    private static String said(String sentence, Object... parts) {
        return String.format(Locale.ENGLISH, sentence, parts);
    }
}
