package io.polyphony.backend.experiment;

import io.polyphony.hpo.pruner.Pruners;
import io.polyphony.hpo.trial.Scalarization;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The numbers that a search gives its pruner. */
final class PrunerPlanner {
    private static final String POINTER = "/search/prunerSettings";

    private final Faults faults;
    private final List<String> objectives;

    /** @param objectives of the experiment; a pruner sees those that are improved */
    PrunerPlanner(Faults faults, List<ExperimentObjective> objectives) {
        this.faults = faults;
        this.objectives = objectives.stream()
                .filter(ExperimentObjective::improved)
                .map(ExperimentObjective::name)
                .toList();
    }

    /** All settings of the pruner, as they are wanted or else as usual, and the limits that are wanted. */
    Map<String, Double> settings(String pruner, String scalarization, @Nullable Map<String, Double> wanted) {
        if (!Pruners.names().contains(pruner)) {
            return Map.of();
        }
        var kind = Pruners.kind(pruner);
        var given = new TreeMap<String, Double>();
        if (wanted != null) {
            wanted.forEach((name, value) -> {
                if (known(kind, scalarization, name) && fits(kind, name, value)) {
                    given.put(name, value);
                }
            });
        }
        return kind.complete(given);
    }

    private boolean known(Pruners.Kind kind, String scalarization, String name) {
        var pointer = POINTER + "/" + name;
        var own = kind.settings().stream().map(setting -> setting.name());
        var names = (kind.limits() ? Stream.concat(own, objectives.stream()) : own).toList();
        if (names.isEmpty()) {
            faults.add(pointer, "The pruner (%s) takes no numbers. Maybe leave (%s) out.".formatted(kind.name(), name));
            return false;
        }
        boolean limit = kind.limits() && objectives.contains(name);
        faults.unless(
                !limit || scalarization.equals(Scalarization.NONE.label()),
                pointer,
                "A limit for one objective (%s) means nothing where several are made one (%s). Maybe leave the scalarization out."
                        .formatted(name, scalarization));
        return faults.known(pointer, "number of the pruner " + kind.name(), name, names);
    }

    private boolean fits(Pruners.Kind kind, String name, @Nullable Double value) {
        var pointer = POINTER + "/" + name;
        if (value == null || !Double.isFinite(value)) {
            faults.add(pointer, "The value of %s (%s) is no number. Maybe leave it out.".formatted(name, value));
            return false;
        }
        var objection = kind.setting(name).flatMap(setting -> setting.objection(value));
        objection.ifPresent(told -> faults.add(pointer, told));
        return objection.isEmpty();
    }
}
