package io.polyphony.backend.dataset;

import io.polyphony.backend.dataset.table.CellStyle;
import io.polyphony.backend.dataset.table.Written;
import java.util.Collections;
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
        List<String> hints) {
    public ColumnInfo {
        topValues = Collections.unmodifiableMap(new LinkedHashMap<>(topValues));
        hints = List.copyOf(hints);
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
                hints);
    }

    /** Whether its files are images of so few levels that they may be masks. */
    public boolean holdsMasks() {
        return modality == ColumnModality.IMAGE && media != null && media.levels() > 1;
    }

    /** The same column as one that one would want to predict. */
    public ColumnInfo asSuggestedTarget() {
        return with(media, true, hints);
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
                Stream.concat(hints.stream(), written.doubts().stream()).toList());
    }

    /** The same column with the figures of its files. */
    public ColumnInfo withMedia(MediaStats stats) {
        return with(stats, suggestedTarget, hints);
    }

    private ColumnInfo with(@Nullable MediaStats files, boolean suggested, List<String> others) {
        return new ColumnInfo(
                name, position, modality, role, reason, missing, distinct, topValues, numbers, text, files, suggested,
                style, others);
    }
}
