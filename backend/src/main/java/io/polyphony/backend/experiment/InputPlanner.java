package io.polyphony.backend.experiment;

import io.polyphony.backend.dataset.ColumnInfo;
import io.polyphony.backend.dataset.ColumnModality;
import io.polyphony.backend.dataset.ColumnRole;
import io.polyphony.engine.data.InputSpec;
import io.polyphony.engine.data.Modality;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Wanted columns to the network's inputs: all table columns are one input, all texts are one, each media or series column is one. */
final class InputPlanner {
    private final Map<String, ColumnInfo> columns;
    private final Faults faults;

    InputPlanner(Map<String, ColumnInfo> columns, Faults faults) {
        this.columns = columns;
        this.faults = faults;
    }

    /** @param wanted null for every column whose role is input */
    List<InputSpec> plan(@Nullable List<String> wanted, Set<String> targets) {
        var chosen = wanted == null ? byRole(targets) : checked(wanted, targets);
        if (chosen.isEmpty() && !faults.any()) {
            faults.add("/inputs", "No column is left to learn from. Maybe give some columns the role input.");
        }
        return inputs(chosen);
    }

    private List<ColumnInfo> byRole(Set<String> targets) {
        return columns.values().stream()
                .filter(column -> column.role() == ColumnRole.INPUT && !targets.contains(column.name()))
                .toList();
    }

    private List<ColumnInfo> checked(List<String> wanted, Set<String> targets) {
        var chosen = new LinkedHashSet<ColumnInfo>();
        for (int i = 0; i < wanted.size(); i++) {
            var pointer = "/inputs/" + i;
            var name = wanted.get(i);
            if (!faults.known(pointer, "column", name, columns.keySet())) {
                continue;
            }
            faults.unless(
                    !targets.contains(name),
                    pointer,
                    "The column (%s) is a target; a network that sees it learns nothing.".formatted(name));
            chosen.add(column(name));
        }
        return List.copyOf(chosen);
    }

    private ColumnInfo column(String name) {
        return Objects.requireNonNull(columns.get(name));
    }

    /** What these columns are to a network. */
    static List<InputSpec> inputs(List<ColumnInfo> columns) {
        var inputs = new ArrayList<InputSpec>();
        group(
                inputs,
                "table",
                Modality.TABULAR,
                columns,
                ColumnModality.NUMERIC,
                ColumnModality.CATEGORICAL,
                ColumnModality.DATE);
        group(inputs, "text", Modality.TEXT, columns, ColumnModality.TEXT);
        for (var column : columns) {
            switch (column.modality()) {
                case IMAGE -> inputs.add(new InputSpec(column.name(), Modality.IMAGE, List.of(column.name())));
                case AUDIO -> inputs.add(new InputSpec(column.name(), Modality.AUDIO, List.of(column.name())));
                case SERIES -> inputs.add(new InputSpec(column.name(), Modality.SERIES, List.of(column.name())));
                case NUMERIC, CATEGORICAL, DATE, TEXT -> {}
            }
        }
        return inputs;
    }

    private static void group(
            List<InputSpec> inputs,
            String name,
            Modality modality,
            List<ColumnInfo> columns,
            ColumnModality... members) {
        var names = columns.stream()
                .filter(column -> List.of(members).contains(column.modality()))
                .map(ColumnInfo::name)
                .toList();
        boolean taken = columns.stream()
                .anyMatch(column -> column.modality().isMedia() && column.name().equals(name));
        if (!names.isEmpty()) {
            inputs.add(new InputSpec(taken ? name + " columns" : name, modality, names));
        }
    }
}
