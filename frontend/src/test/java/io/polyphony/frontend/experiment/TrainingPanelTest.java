package io.polyphony.frontend.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.details.Details;
import io.polyphony.backend.dataset.ColumnInfo;
import io.polyphony.backend.dataset.ColumnModality;
import io.polyphony.backend.dataset.ColumnRole;
import io.polyphony.backend.experiment.ExperimentTask;
import io.polyphony.engine.data.Modality;
import io.polyphony.engine.data.TaskType;
import io.polyphony.hpo.trial.Direction;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TrainingPanelTest {
    private final Draft draft = new Draft();

    @Test
    void one_number_from_a_table_has_nothing_of_pictures_classes_or_several_tasks() {
        assertThat(shown(ColumnModality.NUMERIC, TaskType.REGRESSION))
                .contains("Hidden units of heads", "Loss of numbers", "Optimizer")
                .doesNotContain(
                        "Label smoothing",
                        "Rare classes",
                        "Sharing between tasks",
                        "Flipped pictures",
                        "Varied voices",
                        "Dropped words",
                        "Counting");
    }

    @Test
    void masks_have_pictures_alone() {
        assertThat(shown(ColumnModality.IMAGE, TaskType.SEGMENTATION))
                .contains("Flipped pictures", "Optimizer")
                .doesNotContain("Label smoothing", "Rare classes", "Hidden units of heads", "Loss of numbers");
    }

    @Test
    void options_that_no_task_reads_are_left_out() {
        draft.training.put("class_balance", List.of("none", "focal"));
        var rare = details(ColumnModality.NUMERIC, TaskType.ORDINAL)
                .filter(details -> details.getSummaryText().startsWith("Rare classes"))
                .findFirst()
                .orElseThrow();
        assertThat(rare.getSummaryText()).isEqualTo("Rare classes: Nothing");
        var group =
                tree(rare).filter(CheckboxGroup.class::isInstance).findFirst().orElseThrow();
        assertThat(((CheckboxGroup<?>) group).getListDataView().getItems().map(String::valueOf))
                .containsExactly("none", "weights", "oversample", "undersample");
    }

    /** As soon as one of them is ticked. */
    @Test
    void what_an_encoder_reads_comes_with_it() {
        draft.encoders.put(Modality.TABULAR, List.of("mlp"));
        var panel = panel(ColumnModality.NUMERIC, TaskType.BINARY);
        assertThat(titles(panel)).doesNotContain("Numbers of tables");
        draft.encoders.put(Modality.TABULAR, List.of("mlp", "realmlp"));
        panel.refresh();
        assertThat(titles(panel)).contains("Numbers of tables");
    }

    private List<String> shown(ColumnModality modality, TaskType type) {
        return titles(panel(modality, type));
    }

    private Stream<Details> details(ColumnModality modality, TaskType type) {
        return details(panel(modality, type));
    }

    private TrainingPanel panel(ColumnModality modality, TaskType type) {
        draft.columns = List.of(column(modality));
        var task = new ExperimentTask("target", type, "any", Direction.MINIMIZE);
        return new TrainingPanel(draft, new Planned(List.of(task), List.of("target"), null), () -> {});
    }

    private static List<String> titles(TrainingPanel panel) {
        return details(panel)
                .map(details -> details.getSummaryText().split(":")[0])
                .toList();
    }

    private static Stream<Details> details(Component panel) {
        return tree(panel).filter(Details.class::isInstance).map(Details.class::cast);
    }

    private static Stream<Component> tree(Component root) {
        return Stream.concat(Stream.of(root), root.getChildren().flatMap(TrainingPanelTest::tree));
    }

    private static ColumnInfo column(ColumnModality modality) {
        return new ColumnInfo(
                "seen",
                0,
                modality,
                ColumnRole.INPUT,
                "because",
                0,
                9,
                Map.of(),
                null,
                null,
                null,
                false,
                null,
                null,
                List.of());
    }
}
