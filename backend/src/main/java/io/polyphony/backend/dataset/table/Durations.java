package io.polyphony.backend.dataset.table;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Durations of several units in one cell, such as 3 h 20 min, 1h05m or PT3H20M (ISO 8601), which become hours. */
record Durations() implements CellStyle {
    private static final Pattern DURATION = Pattern.compile(
            "(?:PT?)?(?:(?<d>\\d+) ?d(?:ays?)?,? ?T?)?(?:(?<h>\\d+) ?h(?:(?:ou)?rs?)?,? ?)?(?:(?<m>\\d+) ?m(?:in(?:ute)?s?)?,? ?)?(?:(?<s>\\d+(?:\\.\\d+)?) ?s(?:ec(?:ond)?s?)?)?",
            Pattern.CASE_INSENSITIVE);
    private static final double DAY = 24;
    private static final double MINUTES = 60;
    private static final double SECONDS = 3600;

    @Override
    public String label() {
        return "duration";
    }

    @Override
    public String told() {
        return "durations as hours, such as 1.5 for 1 h 30 min";
    }

    @Override
    public @Nullable String read(String cell) {
        var duration = DURATION.matcher(cell.strip());
        if (!duration.matches() || cell.chars().noneMatch(Character::isDigit)) {
            return null;
        }
        return Double.toString(DAY * number(duration.group("d"))
                + number(duration.group("h"))
                + number(duration.group("m")) / MINUTES
                + number(duration.group("s")) / SECONDS);
    }

    private static double number(@Nullable String digits) {
        return digits == null ? 0 : Double.parseDouble(digits);
    }

    /** Where no cell has two units and all have the same one, they are numbers with a unit. */
    @Override
    public boolean fits(List<String> cells) {
        return CellStyle.super.fits(cells) && cells.stream().anyMatch(cell -> read(cell) != null && parts(cell) > 1);
    }

    private static int parts(String cell) {
        return cell.strip().split("(?<=\\d) ?[A-Za-z]+,? ?").length;
    }
}
