package io.polyphony.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class KustomizationTest {
    static final List<String> OVERLAYS = Overlay.NAMES;

    @ParameterizedTest
    @FieldSource("OVERLAYS")
    void every_reference_leads_to_a_file(String name) {
        assertThat(Overlay.of(name).references())
                .isNotEmpty()
                .allSatisfy(path -> assertThat(Files.isDirectory(path) ? path.resolve("kustomization.yaml") : path)
                        .exists());
    }

    @Test
    void every_manifest_is_used() {
        var used = Stream.concat(Stream.of("k8s/base"), OVERLAYS.stream())
                .map(Overlay::of)
                .flatMap(overlay -> overlay.references().stream())
                .toList();
        assertThat(Repository.manifests().stream()
                        .filter(file -> !file.endsWith("kustomization.yaml"))
                        .filter(file -> !used.contains(file)))
                .isEmpty();
    }

    @ParameterizedTest
    @FieldSource("OVERLAYS")
    void every_patch_has_something_to_change(String name) {
        var overlay = Overlay.of(name);
        var kinds = overlay.resources().stream().map(HasMetadata::getKind).toList();
        assertThat(overlay.items("patches")
                        .map(patch -> patch.path("target").path("kind").asText()))
                .isNotEmpty()
                .allSatisfy(kind -> assertThat(kinds).contains(kind));
    }

    @Test
    void production_brings_no_password_and_no_database() {
        var production = Overlay.of("k8s/overlays/prod");
        assertThat(production.kustomization().has("secretGenerator")).isFalse();
        assertThat(production.resources().stream().map(HasMetadata::getKind)).doesNotContain("Secret", "StatefulSet");
    }

    @Test
    void the_server_answers_to_the_name_that_the_ingress_lets_in() {
        var production = Overlay.of("k8s/overlays/prod");
        var host = production.resources().stream()
                .filter(Ingress.class::isInstance)
                .map(it -> ((Ingress) it).getSpec().getRules().getFirst().getHost())
                .toList();
        var proxy = Repository.text(production.directory().resolve("behind-a-proxy.yaml"));
        assertThat(host).singleElement().satisfies(name -> assertThat(proxy).contains("value: " + name + "\n"));
    }

    @ParameterizedTest
    @FieldSource("OVERLAYS")
    void kustomize_itself_renders_it(String name) throws IOException, InterruptedException {
        var kubectl = program("kubectl");
        assumeTrue(kubectl != null, "no kubectl on this machine");
        var output = Files.createTempFile("rendered", ".yaml");
        var rendering = new ProcessBuilder(
                        "kubectl", "kustomize", Overlay.of(name).directory().toString())
                .redirectOutput(output.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        assertThat(rendering.waitFor()).isZero();
        var resources = StrictManifests.resources(Repository.text(output));
        Files.delete(output);
        assertThat(resources).hasSizeGreaterThan(8);
        assertThat(labelsOfPods(resources))
                .isNotEmpty()
                .allSatisfy(part -> assertThat(part).isEqualTo("polyphony"));
        var generated = resources.stream().filter(Secret.class::isInstance).count();
        assertThat(generated).isEqualTo(name.endsWith("dev") ? 1 : 0);
    }

    /** What the network policy that closes everything selects by. */
    private static List<String> labelsOfPods(List<HasMetadata> resources) {
        return resources.stream()
                .filter(Deployment.class::isInstance)
                .map(it ->
                        ((Deployment) it).getSpec().getTemplate().getMetadata().getLabels())
                .map(labels -> labels.getOrDefault("app.kubernetes.io/part-of", "none"))
                .toList();
    }

    private static @org.jspecify.annotations.Nullable Path program(String name) {
        return Stream.of(System.getenv("PATH").split(java.io.File.pathSeparator))
                .map(directory -> Path.of(directory, name))
                .filter(Files::isExecutable)
                .findFirst()
                .orElse(null);
    }
}
