package io.polyphony.backend.dataset.profile;

import io.polyphony.backend.dataset.ColumnInfo;
import io.polyphony.backend.dataset.ColumnModality;
import io.polyphony.backend.dataset.ColumnRole;
import io.polyphony.backend.dataset.SplitPart;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Columns of ids that repeat hold rows together, unless answers are wanted of those who are known: then who it is tells most. They are
 * known where a split has rows of them in both of its parts, and where ids cross one another without one, as users and films of ratings do.
 * Of pictures, sounds and series ids are never read: what is learned should come from those.
 */
public final class KnownGroups {
    /** Share of the rows to be judged that train rows must tell of. */
    private static final double MOSTLY_KNOWN = 0.5;
    /** Share of rows whose two ids no other row has together. */
    private static final double CROSSED = 0.8;
    /** Rows of an id, on average, of which something can be learned. */
    private static final double OFTEN = 3;

    private static final int MOST_COLUMNS = 8;

    private final List<ColumnInfo> groups;
    private final @Nullable ColumnInfo split;
    private final List<GroupSpread> spreads = new ArrayList<>();
    private final List<IdPair> pairs = new ArrayList<>();

    private KnownGroups(List<ColumnInfo> groups, @Nullable ColumnInfo split) {
        this.groups = groups;
        this.split = split;
        for (var group : groups) {
            spreads.add(new GroupSpread(group));
            groups.stream()
                    .filter(other -> split == null && other.position() > group.position())
                    .forEach(other -> pairs.add(new IdPair(group, other, new DistinctCounter())));
        }
    }

    private record IdPair(ColumnInfo one, ColumnInfo other, DistinctCounter together) {
        boolean crosses(ColumnInfo column, long rows) {
            var mine = one == column || other == column;
            var often = OFTEN * Math.max(one.distinct(), other.distinct()) <= rows;
            return mine && often && together.count() >= CROSSED * rows;
        }
    }

    /** Empty where no column is in question, so that rows need not be shown. */
    public static Optional<KnownGroups> of(List<ColumnInfo> columns) {
        var groups = columns.stream()
                .filter(column -> column.role() == ColumnRole.GROUP)
                .limit(MOST_COLUMNS)
                .toList();
        var split = columns.stream()
                .filter(column -> column.role() == ColumnRole.SPLIT)
                .findFirst();
        var recorded = columns.stream()
                .anyMatch(column -> column.modality().isMedia() || column.modality() == ColumnModality.SERIES);
        var asked = !groups.isEmpty() && !recorded && (split.isPresent() || groups.size() > 1);
        return asked ? Optional.of(new KnownGroups(groups, split.orElse(null))) : Optional.empty();
    }

    /** Positions of the columns that {@link #row} wants; other cells may be null. */
    public List<Integer> positions() {
        var wanted = new ArrayList<>(groups.stream().map(ColumnInfo::position).toList());
        if (split != null) {
            wanted.add(split.position());
        }
        return wanted;
    }

    /** Looks at a row, its cells by the columns' positions. */
    public void row(@Nullable String[] cells) {
        var part = split == null || cells[split.position()] == null
                ? Optional.<SplitPart>empty()
                : SplitPart.of(cells[split.position()]);
        for (var spread : spreads) {
            var id = cells[spread.group().position()];
            if (id != null && part.isPresent()) {
                spread.row(id, part.get() == SplitPart.TRAIN);
            }
        }
        for (var pair : pairs) {
            var one = cells[pair.one().position()];
            var other = cells[pair.other().position()];
            if (one != null && other != null) {
                pair.together().add(one.length() + one + other);
            }
        }
    }

    /** The columns, of which those that are known are read from now on. */
    public List<ColumnInfo> settle(List<ColumnInfo> columns, long rows) {
        return columns.stream()
                .map(column -> known(column, rows)
                        .map(why -> column.as(
                                ColumnModality.CATEGORICAL, ColumnRole.INPUT, beginning(column.reason()) + why))
                        .orElse(column))
                .toList();
    }

    /** Up to what it was taken for. */
    private static String beginning(String reason) {
        return reason.substring(0, reason.indexOf(':') < 0 ? reason.length() : reason.indexOf(':'));
    }

    private Optional<String> known(ColumnInfo column, long rows) {
        var spread = spreads.stream()
                .filter(some -> some.group() == column)
                .findFirst()
                .filter(some -> some.known() >= MOSTLY_KNOWN);
        if (spread.isPresent()) {
            return Optional.of(
                    "; %.0f %% of the rows to be judged are of values that train rows have, so that it is read"
                            .formatted(100 * spread.get().known()));
        }
        return pairs.stream()
                .filter(pair -> pair.crosses(column, rows))
                .findFirst()
                .map(pair -> {
                    var other = pair.one() == column ? pair.other() : pair.one();
                    return "; each comes with ever other values of (%s), so that it is read".formatted(other.name());
                });
    }
}
