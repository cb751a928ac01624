package io.polyphony.backend.metrics.persistence;

import io.polyphony.backend.common.ExperimentId;
import io.polyphony.backend.common.TrialId;
import io.polyphony.backend.metrics.Curve;
import io.polyphony.backend.metrics.GradientMean;
import io.polyphony.backend.metrics.MetricPoint;
import io.polyphony.backend.metrics.MetricStore;
import io.polyphony.backend.metrics.TaskMetric;
import io.polyphony.backend.trial.Attempt;
import io.polyphony.backend.trial.Measurements;
import io.polyphony.hpo.trial.Report;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;

/** Metrics in PostgreSQL: whole epochs in one statement. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class SqlMetricStore implements MetricStore {
    private final StatelessSession session;

    SqlMetricStore(StatelessSession session) {
        this.session = session;
    }

    @Override
    public void add(Attempt attempt, int step, List<MetricPoint> points, boolean best) {
        session.createNativeMutationQuery(MetricSql.ADD)
                .setParameter("trial", attempt.trial().value())
                .setParameter("attempt", attempt.number())
                .setParameter("step", step)
                .setParameter("tasks", column(points, MetricPoint::task, new String[0]))
                .setParameter("splits", column(points, MetricPoint::split, new String[0]))
                .setParameter("names", column(points, MetricPoint::name, new String[0]))
                .setParameter("values", column(points, MetricPoint::value, new Double[0]))
                .setParameter("higher", column(points, MetricPoint::higherIsBetter, new Boolean[0]))
                .setParameter("isBest", best)
                .executeUpdate();
    }

    @Override
    public void measure(TrialId trial, int step, Map<String, Double> figures) {
        var names = List.copyOf(figures.keySet());
        session.createNativeMutationQuery(MetricSql.MEASURE)
                .setParameter("trial", trial.value())
                .setParameter("step", step)
                .setParameter("names", names.toArray(String[]::new))
                .setParameter("values", names.stream().map(figures::get).toArray(Double[]::new))
                .executeUpdate();
    }

    private static <T> T[] column(List<MetricPoint> points, Function<MetricPoint, T> member, T[] like) {
        return points.stream().map(member).toList().toArray(like);
    }

    @Override
    public void keep(Attempt attempt, List<Measurements.Kept> kept) {
        session.createNativeMutationQuery(MetricSql.KEEP)
                .setParameter("trial", attempt.trial().value())
                .setParameter("tasks", array(kept, Measurements.Kept::task, new String[0]))
                .setParameter("names", array(kept, Measurements.Kept::name, new String[0]))
                .setParameter("values", array(kept, Measurements.Kept::value, new Double[0]))
                .setParameter("spreads", array(kept, Measurements.Kept::spread, new @Nullable Double[0]))
                .executeUpdate();
    }

    private static <T extends @Nullable Object> T[] array(
            List<Measurements.Kept> kept, Function<Measurements.Kept, T> member, T[] like) {
        return kept.stream().map(member).toList().toArray(like);
    }

    @Override
    public List<GradientMean> gradients(Collection<TrialId> trials) {
        return session
                .createNativeQuery(MetricSql.GRADIENTS, Object[].class)
                .setParameter("trials", uuids(trials))
                .getResultList()
                .stream()
                .map(row -> new GradientMean(
                        (String) row[0], (String) row[1], (Double) row[2], Math.round((Double) row[3])))
                .toList();
    }

    @Override
    public List<TrialId> newest(ExperimentId experiment, Collection<String> weightings, int most) {
        return session
                .createNativeQuery(MetricSql.NEWEST, UUID.class)
                .setParameter("experiment", experiment.value())
                .setParameter("but", weightings.toArray(String[]::new))
                .setParameter("most", most)
                .getResultList()
                .stream()
                .map(TrialId::new)
                .toList();
    }

    @Override
    public Optional<TaskMetric> dropBehind(TrialId trial, int step, List<String> lowerIsBetter) {
        int dropped = session.createNativeMutationQuery(
                        "delete from metric_point where trial_id = :trial and step > :step")
                .setParameter("trial", trial.value())
                .setParameter("step", step)
                .executeUpdate();
        if (dropped > 0) {
            session.createNativeMutationQuery("delete from trial_task_metric where trial_id = :trial")
                    .setParameter("trial", trial.value())
                    .executeUpdate();
            session.createNativeMutationQuery(MetricSql.SUM_UP_ANEW)
                    .setParameter("trial", trial.value())
                    .setParameter("lower", lowerIsBetter.toArray(String[]::new))
                    .executeUpdate();
        }
        return summaries(List.of(trial)).getOrDefault(trial, List.of()).stream()
                .filter(metric -> metric.task().isEmpty() && metric.name().equals(MetricPoint.SCORE))
                .findFirst();
    }

    @Override
    public List<Curve> curves(TrialId trial) {
        return curves(session.createNativeQuery(MetricSql.CURVES_OF_TRIAL, Object[].class)
                .setParameter("trial", trial.value())
                .getResultList());
    }

    @Override
    public List<Curve> curves(ExperimentId experiment, String task, String split, String name, int trials) {
        return curves(session.createNativeQuery(MetricSql.CURVES_OF_EXPERIMENT, Object[].class)
                .setParameter("experiment", experiment.value())
                .setParameter("task", task)
                .setParameter("split", split)
                .setParameter("name", name)
                .setParameter("trials", trials)
                .getResultList());
    }

    private record Key(TrialId trial, String task, String split, String name) {}

    private static List<Curve> curves(List<Object[]> rows) {
        var curves = new LinkedHashMap<Key, List<Curve.Point>>();
        for (var row : rows) {
            var key = new Key(new TrialId((UUID) row[0]), (String) row[1], (String) row[2], (String) row[3]);
            curves.computeIfAbsent(key, _ -> new ArrayList<>())
                    .add(new Curve.Point(((Number) row[4]).intValue(), (Double) row[5]));
        }
        return curves.entrySet().stream()
                .map(curve -> new Curve(
                        curve.getKey().trial(),
                        curve.getKey().task(),
                        curve.getKey().split(),
                        curve.getKey().name(),
                        curve.getValue()))
                .toList();
    }

    @Override
    public Map<TrialId, List<TaskMetric>> summaries(Collection<TrialId> trials) {
        var summaries = new HashMap<TrialId, List<TaskMetric>>();
        session.createNativeQuery(MetricSql.SUMMARIES, Object[].class)
                .setParameter("trials", uuids(trials))
                .getResultList()
                .forEach(row -> summaries
                        .computeIfAbsent(new TrialId((UUID) row[0]), _ -> new ArrayList<>())
                        .add(summary(row)));
        return summaries;
    }

    private static TaskMetric summary(Object[] row) {
        return new TaskMetric(
                (String) row[1],
                (String) row[2],
                (String) row[3],
                (Double) row[4],
                ((Number) row[5]).intValue(),
                (Double) row[6],
                ((Number) row[7]).intValue(),
                (Double) row[8],
                (Double) row[9]);
    }

    @Override
    public Map<TrialId, List<Report>> reports(Collection<TrialId> trials, List<Map.Entry<String, String>> metrics) {
        var values = new HashMap<TrialId, Map<Integer, Double[]>>();
        session.createNativeQuery(MetricSql.REPORTS, Object[].class)
                .setParameter("trials", uuids(trials))
                .setParameter("tasks", metrics.stream().map(Map.Entry::getKey).toArray(String[]::new))
                .setParameter("names", metrics.stream().map(Map.Entry::getValue).toArray(String[]::new))
                .getResultList()
                .forEach(row -> values.computeIfAbsent(new TrialId((UUID) row[0]), _ -> new HashMap<>())
                                .computeIfAbsent(((Number) row[1]).intValue(), _ -> nothing(metrics.size()))[
                                ((Number) row[2]).intValue() - 1] =
                        (Double) row[3]);
        var reports = new HashMap<TrialId, List<Report>>();
        values.forEach((trial, steps) -> reports.put(
                trial,
                steps.entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(step -> new Report(step.getKey(), List.of(step.getValue())))
                        .toList()));
        return reports;
    }

    private static Double[] nothing(int size) {
        var values = new Double[size];
        Arrays.fill(values, Double.NaN);
        return values;
    }

    private static UUID[] uuids(Collection<TrialId> trials) {
        return trials.stream().map(TrialId::value).toArray(UUID[]::new);
    }
}
