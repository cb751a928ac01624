package io.polyphony.backend.experiment;

import io.polyphony.backend.common.Ids;
import io.polyphony.backend.testing.OnnxFiles;
import io.polyphony.backend.testing.routes.Call;
import io.polyphony.backend.testing.routes.RouteCalls;
import io.polyphony.backend.testing.routes.Scene;
import io.polyphony.engine.data.FrozenInput;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** How the routes of uploaded encoders are called. */
@ApplicationScoped
class EncoderRouteCalls implements RouteCalls {
    private static final FrozenInput PICTURES = new FrozenInput.Pictures(8, 3, false, List.of(), List.of());
    private final UploadedEncoders encoders;

    EncoderRouteCalls(UploadedEncoders encoders) {
        this.encoders = encoders;
    }

    @Override
    public Map<String, Function<Scene, Call>> calls() {
        return Map.of(
                "GET /api/v1/projects/{project}/encoders", scene -> Call.of(path(scene)),
                "POST /api/v1/projects/{project}/encoders", EncoderRouteCalls::upload,
                "DELETE /api/v1/projects/{project}/encoders/{name}", this::deletion);
    }

    private static String path(Scene scene) {
        return "/api/v1/projects/%s/encoders".formatted(scene.project());
    }

    private static String name() {
        return "means-" + Ids.next().toString().toLowerCase(Locale.ROOT);
    }

    private static Call upload(Scene scene) {
        return new Call(
                path(scene),
                request -> request.contentType("multipart/form-data")
                        .multiPart("file", "means.onnx", OnnxFiles.channelMeans())
                        .multiPart("name", name())
                        .multiPart("input", OnnxFiles.PICTURES));
    }

    private Call deletion(Scene scene) {
        var name = name();
        encoders.add(scene.owner(), scene.project(), name, PICTURES, OnnxFiles.channelMeans(), null);
        return Call.of(path(scene) + "/" + name);
    }
}
