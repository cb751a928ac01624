package io.polyphony.engine.compression;

import io.polyphony.engine.evaluation.Metrics;
import java.util.LinkedHashMap;
import java.util.Map;

/** What making a model smaller has gained and cost: the same figures before and after, on the same rows and machine. */
public record Toll(Footprint before, Footprint after) {

    /**
     * How much worse each task became, by its metric: above 0 is a loss, whichever way the metric points; below 0 a gain.
     *
     * @param metrics by task
     */
    public Map<String, Double> losses(Map<String, String> metrics) {
        var losses = new LinkedHashMap<String, Double>();
        metrics.forEach((task, metric) -> {
            var old = before.metrics().getOrDefault(task, Map.of()).get(metric);
            var now = after.metrics().getOrDefault(task, Map.of()).get(metric);
            if (old != null && now != null) {
                losses.put(task, Metrics.info(metric).higherIsBetter() ? old - now : now - old);
            }
        });
        return losses;
    }
}
