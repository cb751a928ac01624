package io.polyphony.backend.metrics.persistence;

import io.polyphony.backend.metrics.MetricPoint;

/**
 * The statements behind {@link SqlMetricStore}. PostgreSQL counts NaN as equal to itself and greater than any number; here it
 * is worse than any, whichever way is better.
 */
final class MetricSql {
    /** The points, and what they make of the summaries, which are told by the points that came before. */
    static final String ADD = """
            with p as (
                select * from unnest(cast(:tasks as text[]), cast(:splits as text[]), cast(:names as text[]),
                    cast(:values as float8[]), cast(:higher as boolean[])) as u (task, split, name, value, higher)),
            added as (
                insert into metric_point (trial_id, task, split, name, step, attempt, value)
                select cast(:trial as uuid), p.task, p.split, p.name, :step, :attempt, p.value from p
                on conflict (trial_id, task, split, name, step) do nothing),
            old as (select * from trial_task_metric where trial_id = :trial)
            insert into trial_task_metric as m
                (trial_id, task, split, name, best, best_step, last, last_step, at_best)
            select cast(:trial as uuid), p.task, p.split, p.name,
                case when b.better then p.value else old.best end,
                case when b.better then :step else old.best_step end,
                p.value, :step,
                case when :isBest or old.at_best is null then p.value else old.at_best end
            from p
            left join old on old.task = p.task and old.split = p.split and old.name = p.name
            cross join lateral (
                select old.best is null or (p.value <> 'NaN' and (old.best = 'NaN'
                    or (p.higher and p.value > old.best) or (not p.higher and p.value < old.best))) as better) as b
            on conflict (trial_id, task, split, name) do update set
                best = excluded.best, best_step = excluded.best_step, last = excluded.last,
                last_step = excluded.last_step, at_best = excluded.at_best
            where m.last_step < excluded.last_step""";

    static final String MEASURE = """
            insert into trial_task_metric (trial_id, task, split, name, best, best_step, last, last_step, at_best)
            select cast(:trial as uuid), '', 'validation', f.name, f.value, :step, f.value, :step, f.value
            from unnest(cast(:names as text[]), cast(:values as float8[])) as f (name, value)
            on conflict (trial_id, task, split, name) do update set
                best = excluded.best, best_step = excluded.best_step, last = excluded.last,
                last_step = excluded.last_step, at_best = excluded.at_best""";

    static final String SUM_UP_ANEW = """
            with kept as (
                select step from metric_point
                where trial_id = :trial and task = '' and split = 'validation' and name = 'score'
                order by value = 'NaN', value desc, step limit 1),
            p as (
                select *, case when name = any(cast(:lower as text[])) or name ^@ '%s' then value
                    else -value end as loss
                from metric_point where trial_id = :trial)
            insert into trial_task_metric (trial_id, task, split, name, best, best_step, last, last_step, at_best)
            select cast(:trial as uuid), task, split, name,
                (array_agg(value order by value = 'NaN', loss, step))[1],
                (array_agg(step order by value = 'NaN', loss, step))[1],
                (array_agg(value order by step desc))[1],
                max(step),
                (array_agg(value order by (step = (select step from kept)) desc, step desc))[1]
            from p group by task, split, name""".formatted(MetricPoint.BESIDE_LOSS);

    static final String KEEP = """
            update trial_task_metric m set at_best = k.value, spread = k.spread
            from unnest(cast(:tasks as text[]), cast(:names as text[]), cast(:values as float8[]),
                cast(:spreads as float8[])) as k (task, name, value, spread)
            where m.trial_id = :trial and m.split = 'validation' and m.task = k.task and m.name = k.name""";

    /** Each epoch counts by the steps that were looked at in it; older trials did not tell how many. */
    static final String GRADIENTS = """
            select p.task, p.name, sum(p.value * coalesce(s.value, 1)) / sum(coalesce(s.value, 1)),
                sum(coalesce(s.value, 1))
            from metric_point p
            left join metric_point s on s.trial_id = p.trial_id and s.task = '' and s.split = 'train'
                and s.name = 'gradient_samples' and s.step = p.step
            where p.trial_id = any(cast(:trials as uuid[])) and p.task <> '' and p.split = 'train'
                and p.name ^@ 'gradient_' and p.value <> 'NaN'
            group by p.task, p.name order by p.task, p.name""";

    static final String NEWEST = """
            select id from trial
            where experiment_id = :experiment
                and (loss_weighting is null or not loss_weighting = any(cast(:but as text[])))
            order by number desc limit :most""";

    static final String CURVES_OF_TRIAL = """
            select trial_id, task, split, name, step, value from metric_point
            where trial_id = :trial order by task, split, name, step""";

    static final String CURVES_OF_EXPERIMENT = """
            select p.trial_id, p.task, p.split, p.name, p.step, p.value
            from (select id, number from trial where experiment_id = :experiment
                order by number desc limit :trials) as t
            join metric_point p on p.trial_id = t.id
            where p.task = :task and p.split = :split and p.name = :name
            order by t.number, p.step""";

    static final String SUMMARIES = """
            select trial_id, task, split, name, best, best_step, last, last_step, at_best, spread
            from trial_task_metric
            where trial_id = any(cast(:trials as uuid[])) order by trial_id, task, split, name""";

    static final String REPORTS = """
            select p.trial_id, p.step, cast(m.place as integer), p.value
            from unnest(cast(:tasks as text[]), cast(:names as text[])) with ordinality as m (task, name, place)
            join metric_point p on p.task = m.task and p.name = m.name and p.split = 'validation'
            where p.trial_id = any(cast(:trials as uuid[]))""";

    private MetricSql() {}
}
