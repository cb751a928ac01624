package io.polyphony.backend.dataset.table;

import io.polyphony.backend.common.FieldProblem;
import io.polyphony.backend.dataset.ColumnNames;
import io.polyphony.backend.dataset.Problems;
import java.io.IOException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A file of series as the Monash archive of forecasting has them: a line for each series, {@code T1:1979-01-01 00-00-00:25.1,24.3},
 * with what tells it from others, when it begins, and its steps. A step becomes a row, with its date, or its number where
 * series have no beginning.
 *
 * @see <a href="https://forecastingdata.org">R. Godahewa et al. 2021</a>
 */
final class MonashTable implements RowSource {
    static final TableFormat FORMAT = new TableFormat(
            List.of(".tsf"),
            Pattern.compile("(?i)\uFEFF?(?:\\s++|[#%][^\\n]*+)*+@(?:relation|attribute|frequency)"),
            false,
            MonashTable::open);
    private static final DateTimeFormatter BEGINNING = DateTimeFormatter.ofPattern("yyyy-MM-dd HH-mm-ss", Locale.ROOT);
    private static final String MISSING = "?";
    private static final String DATE = "date";

    private final TaggedText text;
    /** Of what tells series apart, and of when they begin. */
    private final List<String> attributes;
    /** Which attribute is when they begin; -1 where none is. */
    private final int beginning;

    private final Optional<Pace> pace;

    private MonashTable(TaggedText text, List<String> attributes, int beginning) {
        this.text = text;
        this.attributes = attributes;
        this.beginning = beginning;
        this.pace = beginning < 0 ? Optional.empty() : text.tag("frequency").flatMap(Pace::of);
    }

    static MonashTable open(FileSource file) throws IOException {
        var text = TaggedText.open(file);
        var names = new ArrayList<String>();
        int beginning = -1;
        for (var attribute : text.attributes()) {
            var words = attribute.strip().split("\\s+");
            if (words.length > 1 && words[1].equalsIgnoreCase(DATE)) {
                beginning = names.size();
            }
            names.add(words[0]);
        }
        return new MonashTable(text, names, beginning);
    }

    @Override
    public String name() {
        return text.file().name();
    }

    @Override
    public List<String> columns() {
        var names = new ArrayList<>(attributes);
        if (pace.isPresent()) {
            names.remove(beginning);
        }
        names.add(pace.isPresent() ? DATE : "step");
        names.add("value");
        return ColumnNames.apart(names);
    }

    @Override
    public long forEach(RowSink sink, Problems problems) throws IOException {
        var walk = new Walk(sink, problems);
        text.forEach(walk::take);
        return walk.rows;
    }

    /** One pass over the series. */
    private final class Walk {
        private final RowSink sink;
        private final Problems problems;
        private final @Nullable String[] cells = new @Nullable String[columns().size()];
        private long rows;

        Walk(RowSink sink, Problems problems) {
            this.sink = sink;
            this.problems = problems;
        }

        void take(long number, String line) {
            var parts = line.split(":", attributes.size() + 1);
            if (parts.length <= attributes.size()) {
                problem(
                        number,
                        null,
                        "The line has %d parts between colons, but there are %d attributes and the steps.\nMaybe it is cut off."
                                .formatted(parts.length, attributes.size()));
                return;
            }
            var start = start(number, parts);
            if (pace.isEmpty() || start.isPresent()) {
                tell(parts);
                steps(number, parts[attributes.size()].split(","), start);
            }
        }

        /** When the series begins, where its steps get dates. */
        private Optional<LocalDateTime> start(long number, String[] parts) {
            if (pace.isEmpty()) {
                return Optional.empty();
            }
            try {
                return Optional.of(LocalDateTime.parse(parts[beginning].strip(), BEGINNING));
            } catch (DateTimeParseException other) {
                problem(
                        number,
                        attributes.get(beginning),
                        "The beginning (%s) is no date such as 1979-01-31 00-00-00.".formatted(parts[beginning]));
                return Optional.empty();
            }
        }

        private void tell(String[] parts) {
            int cell = 0;
            for (int i = 0; i < attributes.size(); i++) {
                if (pace.isEmpty() || i != beginning) {
                    cells[cell++] = cell(parts[i]);
                }
            }
        }

        private void steps(long number, String[] steps, Optional<LocalDateTime> start) {
            for (int i = 0; i < steps.length; i++) {
                int step = i;
                cells[cells.length - 2] = start.map(from -> pace.orElseThrow().date(from, step))
                        .orElseGet(() -> String.valueOf(step + 1));
                cells[cells.length - 1] = cell(steps[i]);
                rows++;
                sink.row(number, cells);
            }
        }

        private static @Nullable String cell(String text) {
            var bare = text.strip();
            return bare.isEmpty() || bare.equals(MISSING) ? null : bare;
        }

        private void problem(long line, @Nullable String column, String detail) {
            problems.add(FieldProblem.in(name(), line, column, detail));
        }
    }
}
