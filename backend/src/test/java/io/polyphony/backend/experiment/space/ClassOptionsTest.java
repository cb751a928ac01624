package io.polyphony.backend.experiment.space;

import static org.assertj.core.api.Assertions.assertThat;

import io.polyphony.backend.experiment.SearchChoices;
import io.polyphony.engine.data.Modality;
import io.polyphony.engine.data.TaskLabels;
import io.polyphony.engine.data.TaskSpec;
import io.polyphony.engine.data.TaskType;
import io.polyphony.engine.loss.Losses;
import io.polyphony.hpo.space.Assignment;
import io.polyphony.hpo.space.CategoricalParameter;
import io.polyphony.hpo.space.Parameter;
import io.polyphony.hpo.space.SearchSpace;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ClassOptionsTest {
    private static final int ROWS = 12;

    /** What the engine makes of an option, asked of its losses and its sampling, is what is said here. */
    @ParameterizedTest
    @EnumSource(
            value = TaskType.class,
            names = {"SEGMENTATION", "DETECTION"},
            mode = EnumSource.Mode.EXCLUDE)
    void an_option_is_read_by_the_tasks_that_it_trains_otherwise(TaskType type) {
        for (var knob : List.of(Knobs.LABEL_SMOOTHING, Knobs.CLASS_BALANCE)) {
            for (var option : TrainingKnobs.named(knob).options()) {
                Object value = knob.equals(Knobs.CLASS_BALANCE) ? option.name() : Double.valueOf(option.name());
                boolean differs = !taught(type, Map.of(knob, value)).equals(taught(type, Map.of()));
                assertThat(ClassOptions.readers(knob, option.name()).contains(type))
                        .as("%s reads %s of %s", type, option.name(), knob)
                        .isEqualTo(differs);
            }
        }
    }

    @Test
    void what_no_task_reads_is_not_searched() {
        var all = List.of("none", "weights", "oversample", "undersample", "focal");
        assertThat(searched(TaskType.MULTICLASS, all)).isEqualTo(all);
        assertThat(searched(TaskType.ORDINAL, all)).isEqualTo(List.of("none", "weights", "oversample", "undersample"));
        assertThat(searched(TaskType.MULTILABEL, all)).isEqualTo(List.of("none", "weights"));
        assertThat(searched(TaskType.MULTILABEL, List.of("focal"))).isEmpty();
        assertThat(searched(TaskType.DETECTION, all)).isEmpty();
    }

    /** A focal loss leaves no smoothing; sets of labels have none of that loss. */
    @Test
    void smoothing_is_chosen_where_the_loss_smooths() {
        var space = space(Set.of(TaskType.MULTICLASS), List.of("none", "focal"));
        var random = new SplittableRandom(1);
        for (int i = 0; i < 50; i++) {
            var assignment = space.sample(random);
            assertThat(assignment.has(Knobs.LABEL_SMOOTHING))
                    .isEqualTo(assignment.text(Knobs.CLASS_BALANCE).equals("none"));
        }
        assertThat(space(Set.of(TaskType.BINARY), List.of("focal")).parameter(Knobs.LABEL_SMOOTHING))
                .isEmpty();
        assertThat(space(Set.of(TaskType.BINARY, TaskType.MULTILABEL), List.of("focal"))
                        .parameter(Knobs.LABEL_SMOOTHING))
                .isPresent();
    }

    private static List<String> searched(TaskType type, List<String> allowed) {
        return space(Set.of(type), allowed)
                .parameter(Knobs.CLASS_BALANCE)
                .map(ClassOptionsTest::options)
                .orElse(List.of());
    }

    private static SearchSpace space(Set<TaskType> types, List<String> allowed) {
        var facts = new DataFacts(
                List.of(Modality.TABULAR), new TaskFacts(List.of("task"), types, false), 1000, MediaFacts.NONE);
        var choices = new SearchChoices(
                List.of("late"),
                List.of("equal"),
                Map.of(),
                Map.of(Knobs.CLASS_BALANCE, allowed),
                "random",
                "none",
                true,
                10,
                "none");
        return DefaultSpace.of(facts, choices);
    }

    private static List<String> options(Parameter parameter) {
        return ((CategoricalParameter) parameter).choices();
    }

    /** A loss and how often rows are shown. */
    private static List<Object> taught(TaskType type, Map<String, Object> values) {
        var assignment = new Assignment(values);
        var labels = labels(type);
        var loss = Losses.of(new TaskSpec("task", type), labels, DataChoices.loss(assignment));
        var outputs = new float[ROWS * loss.width()];
        for (int i = 0; i < outputs.length; i++) {
            outputs[i] = i % 5 - 1.5f;
        }
        var rates = DataChoices.augment(assignment).sampling().rates(ROWS, List.of(labels));
        var boxed = new ArrayList<Object>();
        boxed.add(loss.evaluate(outputs, labels.values(), labels.mask(), new float[outputs.length]));
        for (double rate : rates) {
            boxed.add(rate);
        }
        return boxed;
    }

    private static TaskLabels labels(TaskType type) {
        boolean sets = type == TaskType.MULTILABEL;
        int width = sets ? 2 : 1;
        var values = new float[ROWS * width];
        var mask = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = i % 7 == 0 ? 1 : type == TaskType.BINARY || sets || i % 7 < 5 ? 0 : 2;
            mask[i] = 1;
        }
        var classes = switch (type) {
            case BINARY -> List.of("a", "b");
            case MULTICLASS, ORDINAL -> List.of("a", "b", "c");
            case MULTILABEL, REGRESSION, VECTOR, COUNT, FORECAST, SEGMENTATION, DETECTION -> List.<String>of();
        };
        return new TaskLabels("task", type, classes, values, mask, 0, 1, width);
    }
}
