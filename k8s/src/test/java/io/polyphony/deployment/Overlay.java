package io.polyphony.deployment;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** A directory with a {@code kustomization.yaml}. */
record Overlay(Path directory) {
    static final List<String> NAMES = List.of("k8s/overlays/dev", "k8s/overlays/prod");

    static Overlay of(String name) {
        return new Overlay(Repository.file(name));
    }

    JsonNode kustomization() {
        return StrictManifests.documents(Repository.text(directory.resolve("kustomization.yaml")))
                .getFirst();
    }

    /** What the file names, resolved: resources, then patches. */
    List<Path> references() {
        var patches = items("patches").map(patch -> patch.path("path"));
        return Stream.concat(items("resources"), patches)
                .map(reference -> directory.resolve(reference.asText()).normalize())
                .toList();
    }

    /** All resources before patching, those of the bases included. */
    List<HasMetadata> resources() {
        return items("resources")
                .map(reference -> directory.resolve(reference.asText()).normalize())
                .flatMap(path -> Files.isDirectory(path)
                        ? new Overlay(path).resources().stream()
                        : StrictManifests.resources(Repository.text(path)).stream())
                .toList();
    }

    Stream<JsonNode> items(String field) {
        return StreamSupport.stream(kustomization().path(field).spliterator(), false);
    }

    @Override
    public String toString() {
        return Repository.file("").relativize(directory).toString();
    }
}
