package io.polyphony.frontend.dataset;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import io.polyphony.backend.common.DatasetVersionId;
import io.polyphony.backend.dataset.DatasetService;
import io.polyphony.backend.dataset.MediaFile;
import io.polyphony.backend.security.Actor;
import io.polyphony.frontend.component.Bars;
import io.polyphony.frontend.component.Ui;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Images as thumbnails, sounds as a waveform with a player. Bytes are fetched when the browser asks, with the actor's rights. */
final class MediaCells {
    private static final int BARS = 48;

    private final DatasetService datasets;
    private final Actor actor;
    private final DatasetVersionId version;

    MediaCells(DatasetService datasets, Actor actor, DatasetVersionId version) {
        this.datasets = datasets;
        this.actor = actor;
        this.version = version;
    }

    Component image(String path) {
        var image = new Image(handler(path, () -> datasets.thumbnail(actor, version, path)), path);
        image.addClassName("thumb");
        image.setTitle(path);
        return image;
    }

    Component audio(String path) {
        var player = new Element("audio");
        player.setAttribute("controls", true).setAttribute("preload", "none").setAttribute("aria-label", path);
        player.setAttribute("src", handler(path, () -> datasets.media(actor, version, path)));
        var cell = Ui.div(
                "sound",
                Bars.histogram(peaks(datasets.thumbnail(actor, version, path).bytes()), "Waveform of " + path));
        cell.getElement().appendChild(player);
        cell.setTitle(path);
        return cell;
    }

    private static DownloadHandler handler(String path, Supplier<MediaFile> file) {
        return DownloadHandler.fromInputStream(event -> {
                    var media = file.get();
                    return new DownloadResponse(
                            new ByteArrayInputStream(media.bytes()),
                            path.substring(path.lastIndexOf('/') + 1),
                            media.mediaType(),
                            media.bytes().length);
                })
                .inline();
    }

    /** The loudest peak of each of {@link #BARS} equal parts. */
    private static List<Integer> peaks(byte[] bytes) {
        var peaks = new ArrayList<Integer>();
        for (int bar = 0; bar < BARS && bytes.length > 0; bar++) {
            int from = bar * bytes.length / BARS;
            int to = Math.max(from + 1, (bar + 1) * bytes.length / BARS);
            int peak = 0;
            for (int i = from; i < Math.min(to, bytes.length); i++) {
                peak = Math.max(peak, bytes[i] & 0xff);
            }
            peaks.add(peak);
        }
        return peaks;
    }
}
