package io.polyphony.engine.evaluation;

/**
 * Compares answers by a metric, and equally good ones by their log loss where the task has one: few rows can tell few
 * accuracies apart, and many answers are right about all of them.
 *
 * @param info the metric
 * @param bySurprise whether equally good answers differ by their log loss
 */
record Judge(MetricInfo info, boolean bySurprise) {

    /**
     * What an answer is worth.
     *
     * @param value of the metric
     * @param surprise its log loss; 0 where that does not count
     */
    record Mark(double value, double surprise) {}

    /** @param like answers to the same task */
    static Judge of(String metric, TaskPredictions like) {
        boolean classes = Metrics.forType(like.task().type()).contains(Metrics.info(Metrics.LOG_LOSS));
        return new Judge(Metrics.info(metric), classes && !metric.equals(Metrics.LOG_LOSS));
    }

    Mark mark(TaskPredictions said) {
        double surprise = bySurprise ? Metrics.evaluate(Metrics.LOG_LOSS, said) : 0;
        return new Mark(Metrics.evaluate(info.name(), said), surprise);
    }

    /** Whether the first is better. NaN is worse than everything. */
    boolean better(Mark first, Mark second) {
        boolean same = Double.compare(first.value, second.value) == 0;
        return same ? first.surprise < second.surprise : info.better(first.value, second.value);
    }
}
