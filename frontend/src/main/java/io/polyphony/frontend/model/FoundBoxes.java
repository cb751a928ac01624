package io.polyphony.frontend.model;

import com.vaadin.flow.component.html.Div;
import io.polyphony.backend.trial.BoxImage;
import io.polyphony.backend.trial.FoundBox;
import io.polyphony.frontend.component.Numbers;
import io.polyphony.frontend.component.Pictures;
import io.polyphony.frontend.component.Ui;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a model finds on a picture: the boxes drawn on it, and each in words and numbers. */
final class FoundBoxes {
    private FoundBoxes() {}

    /** @param picture in base64; null where the row has none */
    static Div of(@Nullable String picture, List<FoundBox> boxes) {
        var drawn = Optional.ofNullable(picture)
                .flatMap(file -> BoxImage.of(Base64.getDecoder().decode(file), List.of(), boxes));
        var all = new Div(
                Ui.span("headline num", boxes.isEmpty() ? "nothing found" : boxes.size() + " found"),
                Pictures.of(drawn.orElse(null), "picture"));
        boxes.forEach(box -> all.add(Ui.div("small num", Ui.span("", line(box)))));
        return all;
    }

    private static String line(FoundBox box) {
        return "%s %s: x %.0f, y %.0f, w %.0f, h %.0f"
                .formatted(box.label(), Numbers.metric(box.score()), box.x(), box.y(), box.w(), box.h());
    }
}
