package io.polyphony.backend.experiment;

import io.polyphony.backend.common.ExperimentId;
import io.polyphony.backend.common.ProjectId;
import io.polyphony.hpo.portfolio.Portfolio;
import io.polyphony.hpo.space.Assignment;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * Puts what did well in earlier experiments of a project among the first trials of a new one. The safest recipe stays the first, for
 * the referees are like it; then what the project has learnt and the other recipes take turns, since nobody knows how many trials the
 * minutes of a budget are good for.
 */
final class WarmStarter {
    /** One in so many trials may come from earlier experiments. */
    private static final int ONE_IN = 8;

    private static final int MOST = 4;
    /** No single one of them takes more of the minutes than such a share. */
    private static final int FEWEST_TRIALS = 8;

    private final EarlierSearches earlier;
    private final ExperimentStore store;

    WarmStarter(EarlierSearches earlier, ExperimentStore store) {
        this.earlier = earlier;
        this.store = store;
    }

    ExperimentPlan warm(ProjectId project, ExperimentPlan plan, Budget budget) {
        int size = Math.min(MOST, budget.trials() / ONE_IN);
        if (size == 0 || plan.first().isEmpty()) {
            return plan;
        }
        var known = earlier.of(project, plan.modalities(), longest(budget));
        var members =
                new ArrayDeque<>(Portfolio.learn(plan.space(), known, size).members());
        members.removeIf(member -> plan.first().contains(member.assignment()));
        var first = new ArrayList<Assignment>();
        var warm = new ArrayList<WarmStart>();
        for (var recipe : plan.first()) {
            first.add(recipe);
            take(members, first, warm);
        }
        while (!members.isEmpty()) {
            take(members, first, warm);
        }
        return with(plan, first, warm);
    }

    /** What took a large part of these minutes elsewhere would leave little of them to others. */
    private static @Nullable Duration longest(Budget budget) {
        var seconds = budget.seconds();
        return seconds == null ? null : Duration.ofMillis(Math.round(1000 * seconds / FEWEST_TRIALS));
    }

    private void take(Queue<Portfolio.Member> members, List<Assignment> first, List<WarmStart> warm) {
        var member = members.poll();
        if (member != null) {
            warm.add(start(first.size(), member));
            first.add(member.assignment());
        }
    }

    private WarmStart start(int place, Portfolio.Member member) {
        return new WarmStart(
                place,
                ExperimentId.fromString(member.search()),
                name(member.search()),
                member.trial(),
                member.serves().stream().map(this::name).toList());
    }

    private String name(String experiment) {
        return store.find(ExperimentId.fromString(experiment))
                .map(Experiment::name)
                .orElse(experiment);
    }

    private static ExperimentPlan with(ExperimentPlan plan, List<Assignment> first, List<WarmStart> warm) {
        return new ExperimentPlan(
                plan.inputs(),
                plan.split(),
                plan.objectives(),
                plan.search(),
                plan.space(),
                first,
                warm,
                plan.referees(),
                plan.cautions());
    }
}
