package io.polyphony.backend.dataset.table;

import io.polyphony.backend.common.FieldProblem;
import io.polyphony.backend.dataset.Problems;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A file of series as the archives of time series classification and regression (UCR, UEA, TSER) have them: a line for each
 * row, {@code 0.1,0.2,?:1.5,1.4,1.3:walking}: its channels, and behind them what it shows. Steps may have times,
 * {@code (2007-01-01 00:00:00,241.97)}, which are left out.
 *
 * @see <a href="https://www.aeon-toolkit.org/en/stable/examples/datasets/data_loading.html">the format</a>
 */
final class SktimeTable implements RowSource {
    static final TableFormat FORMAT = new TableFormat(
            List.of(".ts"),
            Pattern.compile("(?i)\uFEFF?(?:\\s++|[#%][^\\n]*+)*+@(?:problemname|timestamps)"),
            true,
            SktimeTable::open);
    private static final String SERIES = "series";
    private static final String CHANNEL = " | ";
    /** A colon parts channels, but not hours from minutes. */
    private static final Pattern PARTED = Pattern.compile(":(?![^()]*\\))");

    private static final Pattern COLON = Pattern.compile(":");

    private static final Pattern TIMED = Pattern.compile("\\([^()]*,\\s*([^(),]+)\\)");

    private final TaggedText text;
    private final List<String> columns;

    private SktimeTable(TaggedText text, List<String> columns) {
        this.text = text;
        this.columns = columns;
    }

    static SktimeTable open(FileSource file) throws IOException {
        var text = TaggedText.open(file);
        var answer = says(text, "classlabel")
                ? Stream.of("class")
                : says(text, "targetlabel") ? Stream.of("target") : Stream.<String>of();
        return new SktimeTable(text, Stream.concat(Stream.of(SERIES), answer).toList());
    }

    private static boolean says(TaggedText text, String tag) {
        return text.tag(tag)
                .filter(value -> value.toLowerCase(Locale.ROOT).startsWith("true"))
                .isPresent();
    }

    @Override
    public String name() {
        return text.file().name();
    }

    @Override
    public List<String> columns() {
        return columns;
    }

    @Override
    public long forEach(RowSink sink, Problems problems) throws IOException {
        var walk = new Walk(sink, problems);
        text.forEach(walk::take);
        return walk.rows;
    }

    /** One pass over the rows. */
    private final class Walk {
        private final RowSink sink;
        private final Problems problems;
        private final @Nullable String[] cells = new @Nullable String[columns.size()];
        private int channels;
        private long rows;

        Walk(RowSink sink, Problems problems) {
            this.sink = sink;
            this.problems = problems;
        }

        void take(long number, String line) {
            var colon = line.indexOf('(') < 0 ? COLON : PARTED;
            var parts = new ArrayList<>(List.of(colon.split(line, -1)));
            if (columns.size() > 1) {
                var answer = parts.removeLast().strip();
                cells[1] = answer.isEmpty() || answer.equals("?") ? null : answer;
            }
            channels = rows == 0 && channels == 0 ? parts.size() : channels;
            if (parts.isEmpty() || parts.size() != channels) {
                problems.add(FieldProblem.in(
                        name(),
                        number,
                        SERIES,
                        "The row has %d channels, but the first has %d.\nMaybe it is cut off, or lacks what it shows behind the last colon."
                                .formatted(parts.size(), channels)));
                return;
            }
            cells[0] = parts.stream().map(Walk::steps).collect(Collectors.joining(CHANNEL));
            rows++;
            sink.row(number, cells);
        }

        private static String steps(String channel) {
            var plain = channel.contains("(") ? TIMED.matcher(channel).replaceAll("$1") : channel;
            return plain.strip().replace("?", "nan").replaceAll("\\s*,\\s*", " ");
        }
    }
}
