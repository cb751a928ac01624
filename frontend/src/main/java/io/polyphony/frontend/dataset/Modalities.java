package io.polyphony.frontend.dataset;

import com.vaadin.flow.component.html.Span;
import io.polyphony.backend.dataset.ColumnModality;
import io.polyphony.backend.dataset.ColumnRole;
import io.polyphony.frontend.component.Glyph;
import io.polyphony.frontend.component.Numbers;
import io.polyphony.frontend.component.Ui;

/** Modalities and roles as people see them. */
final class Modalities {
    private Modalities() {}

    static Span chip(ColumnModality modality) {
        return Ui.chip(glyph(modality), label(modality));
    }

    static Span chip(ColumnModality modality, long columns) {
        return Ui.chip(glyph(modality), columns + " " + label(modality).toLowerCase(java.util.Locale.ROOT));
    }

    static String label(ColumnModality modality) {
        return Numbers.words(modality.name());
    }

    static String label(ColumnRole role) {
        return Numbers.words(role.name());
    }

    private static Glyph glyph(ColumnModality modality) {
        return switch (modality) {
            case NUMERIC -> Glyph.NUMBER;
            case CATEGORICAL -> Glyph.CATEGORY;
            case DATE -> Glyph.CLOCK;
            case TEXT -> Glyph.TEXT;
            case IMAGE -> Glyph.IMAGE;
            case AUDIO -> Glyph.AUDIO;
            case SERIES -> Glyph.CURVE;
        };
    }
}
