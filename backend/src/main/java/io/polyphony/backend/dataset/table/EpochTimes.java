package io.polyphony.backend.dataset.table;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Unix time: seconds, or thousandths and smaller parts of them, since 1970 in UTC. The years 1990 to 2099 have a range of numbers for
 * each that no other has.
 */
enum EpochTimes implements CellStyle {
    SECONDS("epoch-s", 0),
    MILLISECONDS("epoch-ms", 3),
    MICROSECONDS("epoch-us", 6),
    NANOSECONDS("epoch-ns", 9);

    private static final BigDecimal FIRST = seconds(1990);
    private static final BigDecimal LAST = seconds(2100);

    private final String label;
    private final int decimals;

    EpochTimes(String label, int decimals) {
        this.label = label;
        this.decimals = decimals;
    }

    private static BigDecimal seconds(int year) {
        return BigDecimal.valueOf(LocalDateTime.of(year, 1, 1, 0, 0).toEpochSecond(ZoneOffset.UTC));
    }

    /** What all of these cells are written in, where the column's name says that they are times. */
    static Optional<EpochTimes> of(String name, List<String> cells) {
        return cells.isEmpty() || !TimeNames.isTime(name)
                ? Optional.empty()
                : Stream.of(values())
                        .filter(style -> cells.stream().allMatch(cell -> style.read(cell) != null))
                        .findFirst();
    }

    @Override
    public String label() {
        return label;
    }

    @Override
    public String told() {
        return "Unix time, as dates in UTC";
    }

    @Override
    public boolean readsNumbers() {
        return true;
    }

    @Override
    public @Nullable String read(String cell) {
        if (!Double.isFinite(Numbers.parse(cell))) {
            return null;
        }
        var seconds = new BigDecimal(cell.strip()).movePointLeft(decimals);
        if (seconds.compareTo(FIRST) < 0 || seconds.compareTo(LAST) >= 0) {
            return null;
        }
        return LocalDateTime.ofInstant(
                        Instant.ofEpochSecond(
                                seconds.setScale(0, RoundingMode.FLOOR).longValueExact()),
                        ZoneOffset.UTC)
                .toString();
    }
}
