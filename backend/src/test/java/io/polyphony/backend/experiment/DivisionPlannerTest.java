package io.polyphony.backend.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import io.polyphony.backend.common.DatasetVersionId;
import io.polyphony.backend.dataset.ColumnInfo;
import io.polyphony.backend.dataset.ColumnModality;
import io.polyphony.backend.dataset.ColumnRole;
import io.polyphony.backend.dataset.TableData;
import io.polyphony.backend.testing.OneTable;
import io.polyphony.engine.data.InputSpec;
import io.polyphony.engine.data.Modality;
import io.polyphony.engine.data.TaskType;
import io.polyphony.hpo.trial.Direction;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DivisionPlannerTest {
    private static final String[] TEARS = {"train", "test", "train", "test"};
    private static final String[] KEEPS = {"train", "train", "test", "test"};

    @Test
    void a_given_split_that_tears_groups_apart_is_told() {
        assertThat(division(null, TEARS).cautions()).singleElement().asString().contains("(patient)", "(part)");
        assertThat(division(null, KEEPS).cautions()).isEmpty();
    }

    @Test
    void nobody_is_told_of_a_group_that_they_named() {
        var named = new SplitRequest(null, "patient", null, null, null, null);
        assertThat(division(named, TEARS).cautions()).isEmpty();
    }

    /** Patients a, a, b, b. */
    private static DivisionPlanner.Division division(@Nullable SplitRequest split, String... parts) {
        var table = new TableData(
                DatasetVersionId.next(),
                "0".repeat(64),
                parts.length,
                List.of(
                        info("patient", ColumnRole.GROUP),
                        info("part", ColumnRole.SPLIT),
                        info("x", ColumnRole.INPUT),
                        info("y", ColumnRole.INPUT)),
                Map.of(
                        "patient", new String[] {"a", "a", "b", "b"},
                        "part", parts,
                        "x", new String[] {"1", "2", "3", "4"},
                        "y", new String[] {"no", "yes", "no", "yes"}),
                _ -> new byte[0]);
        var columns = table.columns().stream().collect(Collectors.toMap(ColumnInfo::name, Function.identity()));
        var request = new ExperimentRequest("division", null, List.of(), null, split, null, null, 1L);
        var task = new ExperimentTask("y", TaskType.BINARY, "roc_auc", Direction.MAXIMIZE);
        var input = new InputSpec("x", Modality.TABULAR, List.of("x"));
        return new DivisionPlanner(new OneTable(table), table.version(), columns, 0, new Faults())
                .plan(request, List.of(task), List.of(input), 1);
    }

    private static ColumnInfo info(String name, ColumnRole role) {
        return OneTable.column(name, 0, ColumnModality.CATEGORICAL, role, null);
    }
}
