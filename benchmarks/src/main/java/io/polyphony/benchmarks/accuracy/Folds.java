package io.polyphony.benchmarks.accuracy;

import io.polyphony.benchmarks.Scenario;
import io.polyphony.engine.data.Column;
import io.polyphony.engine.data.TaskType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The training rows in parts, each left out once; by class of the first task, by group where the data set has groups, or by time where rows are windows. */
final class Folds {
    /** Of a single split, the share that is left out is one of so many. */
    private static final int PARTS = 5;

    private Folds() {}

    static List<Scenario.Split> of(Scenario scenario, int folds, long seed) {
        if (scenario.table().column(scenario.tasks().getFirst().name()) instanceof Column.Windows windows) {
            return List.of(byTime(scenario.train(), windows.moments()));
        }
        int parts = folds == 1 ? PARTS : folds;
        var part = parts(scenario, parts, new Random(seed));
        var splits = new ArrayList<Scenario.Split>();
        for (int fold = 0; fold < folds; fold++) {
            int out = fold;
            splits.add(new Scenario.Split(rows(scenario, i -> part[i] != out), rows(scenario, i -> part[i] == out)));
        }
        return splits;
    }

    /** Windows are parted where the widest gap is between them: what comes after it validates. */
    private static Scenario.Split byTime(int[] rows, int[] moments) {
        int border = 1;
        for (int i = 2; i < rows.length; i++) {
            boolean wider = moments[rows[i]] - moments[rows[i - 1]] > moments[rows[border]] - moments[rows[border - 1]];
            border = wider ? i : border;
        }
        return new Scenario.Split(Arrays.copyOf(rows, border), Arrays.copyOfRange(rows, border, rows.length));
    }

    private static int[] rows(Scenario scenario, IntPredicate chosen) {
        return IntStream.range(0, scenario.train().length)
                .filter(chosen)
                .map(i -> scenario.train()[i])
                .toArray();
    }

    /** Per training row its part: members of a stratum are dealt out in turns, members of a group stay together. */
    private static int[] parts(Scenario scenario, int parts, Random random) {
        var deck = new ArrayList<>(strata(scenario).values());
        Collections.shuffle(deck, random);
        var part = new int[scenario.train().length];
        int next = 0;
        for (var members : deck) {
            Collections.shuffle(members, random);
            for (int i : members) {
                part[i] = next % parts;
                next += scenario.groups() == null ? 1 : 0;
            }
            next += scenario.groups() == null ? 0 : 1;
        }
        return part;
    }

    private static TreeMap<String, List<Integer>> strata(Scenario scenario) {
        var strata = new TreeMap<String, List<Integer>>();
        for (int i = 0; i < scenario.train().length; i++) {
            strata.computeIfAbsent(stratum(scenario, scenario.train()[i]), _ -> new ArrayList<>())
                    .add(i);
        }
        return strata;
    }

    private static String stratum(Scenario scenario, int row) {
        @Nullable String[] groups = scenario.groups();
        if (groups != null) {
            return Objects.requireNonNullElse(groups[row], "");
        }
        var first = scenario.tasks().getFirst();
        boolean classes = first.type() == TaskType.BINARY || first.type() == TaskType.MULTICLASS;
        return classes ? Objects.requireNonNullElse(scenario.table().texts(first.name())[row], "") : "";
    }
}
