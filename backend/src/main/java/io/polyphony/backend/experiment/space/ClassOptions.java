package io.polyphony.backend.experiment.space;

import io.polyphony.engine.data.TaskType;
import io.polyphony.hpo.space.CategoricalParameter;
import io.polyphony.hpo.space.Parameter;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which types of task are trained otherwise by an option about classes; what none of an experiment's tasks reads is not searched. */
final class ClassOptions {
    private static final String FOCAL = "focal";
    private static final Set<TaskType> ONE_OF_EACH_ROW =
            EnumSet.of(TaskType.BINARY, TaskType.MULTICLASS, TaskType.ORDINAL);
    private static final Set<TaskType> WITHOUT_ORDER = EnumSet.of(TaskType.BINARY, TaskType.MULTICLASS);
    private static final Set<TaskType> WITHOUT_ORDER_OR_LABELS =
            EnumSet.of(TaskType.BINARY, TaskType.MULTICLASS, TaskType.MULTILABEL);
    private static final Set<TaskType> WEIGHED =
            EnumSet.of(TaskType.BINARY, TaskType.MULTICLASS, TaskType.ORDINAL, TaskType.MULTILABEL);

    private ClassOptions() {}

    /** None for options that leave everything as it is; all for those that are not about classes. */
    static Set<TaskType> readers(String knob, String option) {
        return switch (knob) {
            case Knobs.LABEL_SMOOTHING -> option.equals("0") ? Set.of() : WITHOUT_ORDER_OR_LABELS;
            case Knobs.CLASS_BALANCE -> balanced(option);
            default -> EnumSet.allOf(TaskType.class);
        };
    }

    /** A focal loss leaves no smoothing: where only its tasks smooth, smoothing is chosen beside other losses alone. */
    static List<Parameter> apart(List<Parameter> parameters, TaskFacts tasks) {
        boolean others = tasks.any(EnumSet.of(TaskType.MULTILABEL));
        var smoothing = named(parameters, Knobs.LABEL_SMOOTHING);
        var balance = named(parameters, Knobs.CLASS_BALANCE);
        if (others
                || smoothing.isEmpty()
                || !(balance.orElse(null) instanceof CategoricalParameter losses)
                || !losses.choices().contains(FOCAL)) {
            return parameters;
        }
        var smoothed =
                losses.choices().stream().filter(loss -> !loss.equals(FOCAL)).toArray();
        var apart = new ArrayList<>(parameters);
        apart.remove(smoothing.get());
        if (smoothed.length > 0) {
            apart.add(smoothing.get().when(Knobs.CLASS_BALANCE, smoothed)); // Parents first.
        }
        return apart;
    }

    private static Optional<Parameter> named(List<Parameter> parameters, String name) {
        return parameters.stream()
                .filter(parameter -> parameter.name().equals(name))
                .findFirst();
    }

    private static Set<TaskType> balanced(String option) {
        return switch (option) {
            case "weights" -> WEIGHED;
            case "oversample", "undersample" -> ONE_OF_EACH_ROW;
            case FOCAL -> WITHOUT_ORDER;
            default -> Set.of();
        };
    }
}
