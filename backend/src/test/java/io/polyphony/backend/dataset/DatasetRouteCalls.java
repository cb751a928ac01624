package io.polyphony.backend.dataset;

import io.polyphony.backend.common.DatasetId;
import io.polyphony.backend.common.ProjectId;
import io.polyphony.backend.dataset.archive.Zips;
import io.polyphony.backend.dataset.media.Samples;
import io.polyphony.backend.testing.routes.Call;
import io.polyphony.backend.testing.routes.RouteCalls;
import io.polyphony.backend.testing.routes.Scene;
import jakarta.enterprise.context.ApplicationScoped;
import java.awt.Color;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

@ApplicationScoped
class DatasetRouteCalls implements RouteCalls {
    private static final String TABLE = "petal,colour\n"
            + IntStream.range(0, 40)
                    .mapToObj(i -> i * 0.31 + "," + (i % 2 == 0 ? "red" : "blue") + "\n")
                    .collect(Collectors.joining());

    private final Uploads uploads;
    /** One to look at per project: imports take a while. */
    private final Map<ProjectId, DatasetId> pictures = new ConcurrentHashMap<>();

    DatasetRouteCalls(Uploads uploads) {
        this.uploads = uploads;
    }

    @Override
    public Map<String, Function<Scene, Call>> calls() {
        return Map.ofEntries(
                entry("GET /api/v1/datasets", scene -> Call.of("/api/v1/datasets?project=" + scene.project())),
                entry("POST /api/v1/datasets", DatasetRouteCalls::form),
                entry("PUT /api/v1/datasets/{name}/content", DatasetRouteCalls::stream),
                entry("GET /api/v1/datasets/{id}", scene -> Call.of(pictures(scene))),
                entry("GET /api/v1/datasets/{id}/versions", scene -> Call.of(pictures(scene) + "/versions")),
                entry("GET /api/v1/datasets/{id}/columns", scene -> Call.of(pictures(scene) + "/columns")),
                entry("GET /api/v1/datasets/{id}/preview", scene -> Call.of(pictures(scene) + "/preview")),
                entry("GET /api/v1/datasets/{id}/profile", scene -> Call.of(pictures(scene) + "/profile")),
                entry("GET /api/v1/datasets/{id}/media", scene -> Call.of(pictures(scene) + "/media?path=a.png")),
                entry("PATCH /api/v1/datasets/{id}/columns", this::correction),
                entry("DELETE /api/v1/datasets/{id}", this::deletion));
    }

    private static Map.Entry<String, Function<Scene, Call>> entry(String route, Function<Scene, Call> call) {
        return Map.entry(route, call);
    }

    private static Call form(Scene scene) {
        return new Call(
                "/api/v1/datasets",
                request -> request.contentType("multipart/form-data")
                        .multiPart("file", "flowers.csv", TABLE.getBytes(StandardCharsets.UTF_8))
                        .multiPart("project", scene.project().toString()));
    }

    private static Call stream(Scene scene) {
        return new Call(
                "/api/v1/datasets/streamed/content?fileName=flowers.csv&project=" + scene.project(),
                request ->
                        request.contentType("application/octet-stream").body(TABLE.getBytes(StandardCharsets.UTF_8)));
    }

    private Call correction(Scene scene) {
        var corrections = List.of(Map.of("name", "label", "role", "TARGET"));
        return new Call(
                pictures(scene) + "/columns",
                request -> request.contentType("application/json").body(corrections));
    }

    private Call deletion(Scene scene) {
        var table = uploads.imported(scene.owner(), scene.project(), "flowers.csv", TABLE);
        return Call.of("/api/v1/datasets/" + table.id());
    }

    private String pictures(Scene scene) {
        return "/api/v1/datasets/" + pictures.computeIfAbsent(scene.project(), _ -> upload(scene));
    }

    private DatasetId upload(Scene scene) {
        var zip = new Zips().add("table.csv", "picture,label\na.png,red\nb.png,blue\n");
        zip.add("a.png", Samples.image("png", 30, 20, Color.RED));
        zip.add("b.png", Samples.image("png", 30, 20, Color.BLUE));
        return uploads.imported(scene.owner(), scene.project(), "pictures.zip", zip.bytes())
                .id();
    }
}
