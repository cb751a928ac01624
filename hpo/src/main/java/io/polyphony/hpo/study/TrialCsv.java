package io.polyphony.hpo.study;

import io.polyphony.hpo.space.Assignment;
import io.polyphony.hpo.space.Parameter;
import io.polyphony.hpo.space.SearchSpace;
import io.polyphony.hpo.trial.Report;
import io.polyphony.hpo.trial.Trial;
import io.polyphony.hpo.trial.TrialState;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;

/**
 * Trials as the table that Optuna's {@code study.trials_dataframe()} writes: {@code number}, {@code value} (or {@code values_0}, {@code values_1}, ...),
 * {@code params_<name>} and {@code state}. Other columns are passed over when reading. Reports on the way are not part of such a table, except that a
 * pruned trial's value is its last report's.
 */
public final class TrialCsv {

    private static final String PARAMETER = "params_";
    private static final String NOT_A_NUMBER = "nan";
    private static final Map<TrialState, String> STATES = Map.of(
            TrialState.COMPLETED, "COMPLETE",
            TrialState.PRUNED, "PRUNED",
            TrialState.FAILED, "FAIL",
            TrialState.RUNNING, "RUNNING",
            TrialState.WAITING, "WAITING");

    private TrialCsv() {}

    /**
     * Writes the trials, one row each.
     *
     * @param objectives how many
     * @throws IOException if the target does not take them
     */
    public static void write(SearchSpace space, int objectives, List<Trial> trials, Appendable target)
            throws IOException {
        try (var printer = new CSVPrinter(target, CSVFormat.DEFAULT)) {
            printer.printRecord(header(space, objectives));
            for (Trial trial : trials) {
                printer.printRecord(row(space, objectives, trial));
            }
        }
    }

    /**
     * Reads trials.
     *
     * @throws IllegalArgumentException if a row is not a trial of the space; the message names it
     * @throws IOException if the source cannot be read
     */
    public static List<Trial> read(SearchSpace space, Reader source) throws IOException {
        var format = CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (var parser = format.parse(source)) {
            var trials = new ArrayList<Trial>();
            for (CSVRecord row : parser) {
                trials.add(trial(space, row));
            }
            return trials;
        }
    }

    private static List<String> header(SearchSpace space, int objectives) {
        var header = new ArrayList<>(List.of("number"));
        header.addAll(valueColumns(objectives));
        space.parameters().forEach(parameter -> header.add(PARAMETER + parameter.name()));
        header.add("state");
        return header;
    }

    private static List<String> valueColumns(int objectives) {
        return objectives == 1
                ? List.of("value")
                : IntStream.range(0, objectives).mapToObj(k -> "values_" + k).toList();
    }

    private static List<Object> row(SearchSpace space, int objectives, Trial trial) {
        var row = new ArrayList<Object>(List.of(trial.number()));
        List<Double> values = trial.state() == TrialState.PRUNED
                ? trial.lastReport().map(Report::values).orElse(List.of())
                : trial.values();
        for (int k = 0; k < objectives; k++) {
            row.add(values.isEmpty() ? "" : values.get(k));
        }
        for (Parameter parameter : space.parameters()) {
            row.add(trial.assignment().values().getOrDefault(parameter.name(), ""));
        }
        row.add(STATES.getOrDefault(trial.state(), ""));
        return row;
    }

    private static Trial trial(SearchSpace space, CSVRecord row) {
        var raw = new LinkedHashMap<String, Object>();
        for (Parameter parameter : space.parameters()) {
            cell(row, PARAMETER + parameter.name())
                    .filter(text -> !text.equalsIgnoreCase(NOT_A_NUMBER)
                            || parameter.accept(text).isPresent())
                    .ifPresent(text -> raw.put(parameter.name(), value(parameter, text)));
        }
        Assignment assignment =
                space.accept(raw).orElseThrow(() -> wrong(row, "the values %s do not fit the space".formatted(raw)));
        TrialState state = state(row);
        List<Double> values = values(row);
        int number = (int) number(row, row.get("number"));
        List<Report> reports =
                state == TrialState.PRUNED && !values.isEmpty() ? List.of(new Report(1, values)) : List.of();
        if (state == TrialState.COMPLETED && values.isEmpty()) {
            throw wrong(row, "it is complete but has no value");
        }
        return new Trial(number, assignment, state, reports, state == TrialState.COMPLETED ? values : List.of());
    }

    /** A column read as text: numbers are numbers again, unless the parameter's values are texts. */
    private static Object value(Parameter parameter, String text) {
        if (parameter.accept(text).isPresent()) {
            return text;
        }
        try {
            return Double.valueOf(text);
        } catch (NumberFormatException name) {
            return text;
        }
    }

    private static List<Double> values(CSVRecord row) {
        Optional<String> single = cell(row, "value");
        if (single.isPresent()) {
            return List.of(number(row, single.get()));
        }
        var values = new ArrayList<Double>();
        for (int k = 0; cell(row, "values_" + k).isPresent(); k++) {
            values.add(number(row, row.get("values_" + k)));
        }
        return values;
    }

    /** As pandas and NumPy write it: {@code inf}, {@code -inf} and {@code nan} as well. */
    private static double number(CSVRecord row, String text) {
        try {
            return switch (text.strip().toLowerCase(Locale.ROOT)) {
                case "inf", "+inf", "infinity", "+infinity" -> Double.POSITIVE_INFINITY;
                case "-inf", "-infinity" -> Double.NEGATIVE_INFINITY;
                case NOT_A_NUMBER -> Double.NaN;
                case String other -> Double.parseDouble(other);
            };
        } catch (NumberFormatException name) {
            throw wrong(row, "(%s) is no number".formatted(text));
        }
    }

    private static TrialState state(CSVRecord row) {
        String name = cell(row, "state").orElse("COMPLETE");
        return STATES.entrySet().stream()
                .filter(entry -> entry.getValue().equals(name))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow(() -> wrong(row, "there is no state (%s)".formatted(name)));
    }

    private static Optional<String> cell(CSVRecord row, String column) {
        return row.isSet(column) && !row.get(column).isBlank() ? Optional.of(row.get(column)) : Optional.empty();
    }

    private static IllegalArgumentException wrong(CSVRecord row, String why) {
        return new IllegalArgumentException("Data row %d is not a trial: %s. Maybe the table belongs to another search."
                .formatted(row.getRecordNumber(), why));
    }
}
