package io.polyphony.backend.dataset.table;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Set;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.jspecify.annotations.Nullable;

/** A workbook's cells as programs write them: numbers without a style, dates as ISO 8601 has them. */
final class ExcelCell {
    /** A double has no more digits that it keeps. */
    private static final MathContext DIGITS = new MathContext(15);
    /** Number formats without a text of their own that are dates or times (ECMA-376, 18.8.30, in all languages). */
    private static final Pattern DATED = Pattern.compile("1[4-9]|2[0-2]|2[7-9]|3[0-6]|4[5-7]|5[0-8]");
    /** Quoted and escaped letters, colours and conditions are no part of a date. */
    private static final Pattern NO_PATTERN = Pattern.compile("\"[^\"]*\"|\\\\.|\\[(?![hms]+])[^]]*]|_.|\\*.");

    private static final Pattern DATE_LETTERS = Pattern.compile("[dmyhs]", Pattern.CASE_INSENSITIVE);
    private static final Set<String> ERRORS =
            Set.of("#N/A", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#NULL!", "#SPILL!", "#CALC!");
    private static final LocalDate NO_DAY = LocalDate.of(1899, 12, 31);

    private ExcelCell() {}

    /** Null where the cell is blank or an error; of a formula what it came to. */
    static @Nullable String text(Cell cell) {
        var value = cell.getValue();
        if (value == null || cell.getType() == CellType.ERROR) {
            return null;
        }
        if (value instanceof BigDecimal number) {
            return isDate(cell) ? date(cell, number) : number(number);
        }
        var text = value.toString();
        return text.isBlank() || ERRORS.contains(text) ? null : text;
    }

    private static String number(BigDecimal number) {
        var plain = number.round(DIGITS).stripTrailingZeros();
        return plain.scale() < -20 || plain.scale() > 20 ? plain.toString() : plain.toPlainString();
    }

    private static boolean isDate(Cell cell) {
        var format = cell.getDataFormatString();
        if (format != null) {
            var letters = NO_PATTERN.matcher(format).replaceAll("");
            return !letters.equalsIgnoreCase("general")
                    && DATE_LETTERS.matcher(letters).find();
        }
        var number = cell.getDataFormatId();
        return number != null && DATED.matcher(number.toString()).matches();
    }

    /** What is of no day that there is stays a number, whatever its format. */
    private static String date(Cell cell, BigDecimal number) {
        try {
            return date(cell.asDate());
        } catch (DateTimeException beyond) {
            return number(number);
        }
    }

    /** A time alone is one of the day before the first. */
    private static String date(LocalDateTime at) {
        if (!at.toLocalDate().isAfter(NO_DAY)) {
            return at.toLocalTime().format(DateTimeFormatter.ISO_LOCAL_TIME);
        }
        return at.toLocalTime().equals(LocalTime.MIDNIGHT)
                ? at.toLocalDate().toString()
                : at.format(DateTimeFormatter.ISO_LOCAL_DATE_TIME);
    }
}
