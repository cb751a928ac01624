package io.polyphony.backend.dataset;

import io.polyphony.backend.dataset.table.CellStyle;
import io.polyphony.backend.dataset.table.Written;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is known about one column of a dataset version.
 *
 * @param position 0-based, in the order of the file
 * @param reason why the modality and role were chosen, for a person to read
 * @param missing rows without a value
 * @param distinct different values; exact up to 65 536, an estimate (1 %) beyond
 * @param topValues up to 200 most frequent values with their rows, most frequent first; empty for text and media
 * @param numbers figures, when (nearly) every cell is a number
 * @param text lengths, unless the column names files
 * @param media files, when the column names images or audio
 * @param suggestedTarget whether the column looks like something one would want to predict
 * @param style how the file wrote its numbers or dates, where programs write otherwise: {@code grouped} as 1,234.5, {@code comma} as 1.234,5,
 *     {@code comma kg} where that unit is left out, {@code multiplied plain} as 1.2M, {@code day-first}, {@code month-first}, {@code named-months},
 *     {@code compact-date}, {@code epoch-s} and others, {@code period}, {@code clock} or {@code duration}; null where as programs do
 * @param missingWords what cells say that are read as missing, such as NA; null where there are none
 * @param hints things a person should look at before training, such as leakage
 */
public record ColumnInfo(
        String name,
        int position,
        ColumnModality modality,
        ColumnRole role,
        String reason,
        long missing,
        long distinct,
        Map<String, Long> topValues,
        @Nullable NumberStats numbers,
        @Nullable TextStats text,
        @Nullable MediaStats media,
        boolean suggestedTarget,
        @Nullable String style,
        @Nullable MissingWords missingWords,
        List<String> hints) {
    public ColumnInfo {
        topValues = byRows(topValues);
        hints = List.copyOf(hints);
    }

    /** The database keeps the keys of JSON in an order of its own. */
    private static Map<String, Long> byRows(Map<String, Long> rows) {
        var sorted = new LinkedHashMap<String, Long>();
        rows.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
        return Collections.unmodifiableMap(sorted);
    }

    /** The same facts with another modality and role. */
    public ColumnInfo as(ColumnModality otherModality, ColumnRole otherRole, String why) {
        return new ColumnInfo(
                name,
                position,
                otherModality,
                otherRole,
                why,
                missing,
                distinct,
                topValues,
                numbers,
                text,
                media,
                suggestedTarget,
                style,
                missingWords,
                hints);
    }

    /** Whether its files are images of so few levels that they may be masks. */
    public boolean holdsMasks() {
        return modality == ColumnModality.IMAGE && media != null && media.levels() > 1;
    }

    /** The same column as one that one would want to predict. */
    public ColumnInfo asSuggestedTarget() {
        return asSuggestedTarget(true);
    }

    /** The same column as one that one would want to predict, or would not. */
    public ColumnInfo asSuggestedTarget(boolean suggested) {
        return with(media, suggested, hints);
    }

    /** The same column with one more hint. */
    public ColumnInfo withHint(String hint) {
        return withHints(Stream.concat(hints.stream(), Stream.of(hint)).toList());
    }

    /** The same column with other hints. */
    public ColumnInfo withHints(List<String> others) {
        return with(media, suggestedTarget, others);
    }

    /** The same column as the file wrote it. */
    public ColumnInfo writtenAs(Written written) {
        var style = written.style();
        return new ColumnInfo(
                name,
                position,
                modality,
                role,
                style.told().isEmpty() ? reason : reason + "; " + style.told(),
                missing,
                distinct,
                topValues,
                numbers,
                text,
                media,
                suggestedTarget,
                style == CellStyle.named(null) ? null : style.label(),
                missingWords,
                Stream.concat(hints.stream(), written.doubts().stream()).toList());
    }

    /** Whether words such as NA are values of this column. */
    public boolean keepsWords() {
        return missingWords != null && missingWords.values() && mayKeepWords();
    }

    /** Whether such words could be values. */
    public boolean mayKeepWords() {
        return modality == ColumnModality.CATEGORICAL || modality == ColumnModality.TEXT;
    }

    /** The same column with words such as NA as values, or as missing; unchanged where there are none. */
    public ColumnInfo withWords(boolean values) {
        if (missingWords == null || missingWords.values() == values) {
            return this;
        }
        var words = missingWords.as(values);
        var rows = words.rows();
        var top = new HashMap<>(topValues);
        words.cells().forEach((word, count) -> {
            if (values) {
                top.merge(word, count, Long::sum);
            } else {
                top.remove(word);
            }
        });
        var told = new ArrayList<>(hints);
        told.remove(missingWords.hint());
        told.add(words.hint());
        return new ColumnInfo(
                name,
                position,
                modality,
                role,
                reason,
                values ? missing - rows : missing + rows,
                values
                        ? distinct + words.cells().size()
                        : distinct - words.cells().size(),
                byCount(top),
                numbers,
                text,
                media,
                suggestedTarget,
                style,
                words,
                told);
    }

    private static Map<String, Long> byCount(Map<String, Long> values) {
        var sorted = new LinkedHashMap<String, Long>();
        values.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .forEach(value -> sorted.put(value.getKey(), value.getValue()));
        return sorted;
    }

    /** The same column with the figures of its files. */
    public ColumnInfo withMedia(MediaStats stats) {
        return with(stats, suggestedTarget, hints);
    }

    private ColumnInfo with(@Nullable MediaStats files, boolean suggested, List<String> others) {
        return new ColumnInfo(
                name,
                position,
                modality,
                role,
                reason,
                missing,
                distinct,
                topValues,
                numbers,
                text,
                files,
                suggested,
                style,
                missingWords,
                others);
    }
}
