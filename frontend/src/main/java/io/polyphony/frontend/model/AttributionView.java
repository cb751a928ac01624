package io.polyphony.frontend.model;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Image;
import io.polyphony.engine.explanation.Attribution;
import io.polyphony.frontend.component.Chart;
import io.polyphony.frontend.component.Heat;
import io.polyphony.frontend.component.Numbers;
import io.polyphony.frontend.component.Pictures;
import io.polyphony.frontend.component.SignedBars;
import io.polyphony.frontend.component.Ui;
import java.util.Comparator;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** One input of a row, with what each of its places adds to the answer. */
final class AttributionView {
    private static final int BARS = 12;
    private static final int NAMED = 5;
    private static final int CHANNELS = 3;

    private AttributionView() {}

    static Component of(Attribution attribution, AskedRow row) {
        return switch (attribution) {
            case Attribution.Cells cells -> cells(cells);
            case Attribution.Words words -> words(words);
            case Attribution.Pixels pixels -> pixels(pixels, row.picture(pixels.input()));
            case Attribution.Sound sound -> sound(sound);
            case Attribution.Steps steps -> steps(steps);
            case Attribution.Whole whole -> Ui.span("muted", Numbers.signed(whole.total()));
        };
    }

    private static Component cells(Attribution.Cells cells) {
        return SignedBars.sorted(
                cells.cells().stream()
                        .map(cell -> SignedBars.Bar.of(
                                cell.text() == null
                                        ? cell.column() + " (missing)"
                                        : "%s = %s".formatted(cell.column(), cell.text()),
                                cell.share()))
                        .toList(),
                BARS);
    }

    /** The text with each word as strongly coloured as it counts. */
    private static Component words(Attribution.Words words) {
        double reach = words.words().stream()
                .mapToDouble(word -> Math.abs(word.share()))
                .max()
                .orElse(1);
        var text = Ui.div("words");
        for (var word : words.words()) {
            boolean mark = word.text().isEmpty();
            var span = Ui.span(
                    "word " + (word.share() < 0 ? "lowers" : "raises") + (mark ? " mark" : ""),
                    mark ? word.column() : word.text());
            span.getStyle()
                    .set("--v", String.format(Locale.ROOT, "%.3f", Math.abs(word.share()) / Math.max(1e-30, reach)));
            span.setTitle(Numbers.signed(word.share()));
            text.add(span);
        }
        return Ui.div("stack tight", text, Ui.span("small muted", strongest(words)));
    }

    private static String strongest(Attribution.Words words) {
        return words.words().stream()
                .filter(word -> !word.text().isEmpty())
                .sorted(Comparator.comparingDouble((Attribution.Word word) -> -Math.abs(word.share())))
                .limit(NAMED)
                .map(word -> "%s %s".formatted(word.text(), Numbers.signed(word.share())))
                .collect(Collectors.joining(", ", "The strongest words: ", "."));
    }

    private static Component pixels(Attribution.Pixels pixels, @Nullable String picture) {
        var heat = Heat.signed(pixels.width(), pixels.height(), (x, y) -> pixels.shares()[y * pixels.width() + x]);
        var over = picture == null ? frame(pixels, layer(heat)) : frame(pixels, image(picture, "picture"), layer(heat));
        var pictures = picture == null
                ? Pictures.beside(titled(over, "what counts in it"))
                : Pictures.beside(
                        titled(frame(pixels, image(picture, "picture")), "picture"), titled(over, "what counts in it"));
        return Ui.div("stack tight", pictures, Ui.span("small muted", Places.told(pixels)));
    }

    private static Div frame(Attribution.Pixels pixels, Image... images) {
        var frame = Ui.div("heatmap", images);
        frame.getStyle().set("aspect-ratio", "%d / %d".formatted(pixels.width(), pixels.height()));
        return frame;
    }

    private static Div titled(Div frame, String title) {
        return Ui.div("picture", frame, Ui.span("small muted", title));
    }

    private static Image image(String base64, String what) {
        return new Image("data:image/png;base64," + base64, what);
    }

    private static Image layer(String base64) {
        var layer = image(base64, "what counts in it");
        layer.addClassName("layer");
        return layer;
    }

    /** Time from left to right, pitch from below to above. */
    private static Component sound(Attribution.Sound sound) {
        int bands = sound.hertz().length;
        int frames = sound.levels().length / Math.max(1, bands);
        var levels = Heat.grey(frames, bands, (x, y) -> sound.levels()[x * bands + bands - 1 - y]);
        var heat = Heat.signed(frames, bands, (x, y) -> sound.shares()[x * bands + bands - 1 - y]);
        var over = Ui.div("heatmap sound-map", image(levels, "spectrogram"), layer(heat));
        double end = sound.start() + frames * sound.step();
        var axes = "Time from %s s (left) to %s s (right), pitch from %s Hz (bottom) to %s Hz (top). "
                .formatted(
                        Numbers.metric(sound.start()),
                        Numbers.metric(end),
                        Numbers.count(Math.round(sound.hertz()[0])),
                        Numbers.count(Math.round(sound.hertz()[bands - 1])));
        return Ui.div("stack tight", over, Ui.span("small muted", axes + Places.told(sound)));
    }

    /** The channels that count most, each as a line whose points are coloured by what they add. */
    private static Component steps(Attribution.Steps steps) {
        var order = IntStream.range(0, steps.channels().size())
                .boxed()
                .sorted(Comparator.comparingDouble((Integer c) -> -Places.weight(steps, c)))
                .toList();
        var all = Ui.div("stack");
        if (order.size() > 1) {
            all.add(SignedBars.sorted(
                    order.stream()
                            .map(c -> SignedBars.Bar.of(steps.channels().get(c), Places.sum(steps, c)))
                            .toList(),
                    BARS));
        }
        var charts = Ui.div("grid-2");
        order.stream().limit(CHANNELS).forEach(channel -> charts.add(channel(steps, channel)));
        all.add(charts);
        return all;
    }

    private static Div channel(Attribution.Steps steps, int channel) {
        var name = steps.channels().get(channel);
        return Ui.div(
                "stack tight",
                Ui.span("strong small", name),
                Chart.told(
                        "What the steps of %s add".formatted(name),
                        Places.told(steps, channel),
                        StepShareOption.of(steps.values()[channel], steps.shares()[channel])));
    }
}
