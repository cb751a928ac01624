package io.polyphony.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class KubernetesManifestsTest {
    static final List<String> OVERLAYS = Overlay.NAMES;

    @ParameterizedTest
    @FieldSource("OVERLAYS")
    void every_resource_is_one_that_the_api_knows_to_the_last_property(String overlay) {
        assertThat(Overlay.of(overlay).resources())
                .hasSizeGreaterThan(8)
                .allSatisfy(
                        resource -> assertThat(resource.getMetadata().getName()).startsWith("polyphony"));
    }

    @Test
    void a_misspelled_property_is_refused() {
        var wrong = "apiVersion: v1\nkind: Service\nmetadata: {name: x}\nspec:\n  ports: [{prot: 80}]\n";
        assertThatThrownBy(() -> StrictManifests.resources(wrong)).hasMessageContaining("prot");
    }

    @ParameterizedTest
    @FieldSource("OVERLAYS")
    void no_container_may_be_root_write_its_image_or_take_all_of_a_node(String overlay) {
        assertThat(templates(overlay)).isNotEmpty().allSatisfy(template -> {
            assertThat(template.getSpec().getSecurityContext().getRunAsNonRoot())
                    .isTrue();
            assertThat(template.getSpec().getAutomountServiceAccountToken()).isFalse();
            assertThat(template.getSpec().getContainers())
                    .isNotEmpty()
                    .allSatisfy(KubernetesManifestsTest::isContained);
        });
    }

    private static void isContained(Container container) {
        var security = container.getSecurityContext();
        assertThat(security.getReadOnlyRootFilesystem()).isTrue();
        assertThat(security.getAllowPrivilegeEscalation()).isFalse();
        assertThat(security.getCapabilities().getDrop()).containsExactly("ALL");
        assertThat(container.getResources().getLimits()).containsKeys("cpu", "memory");
        assertThat(container.getResources().getRequests()).containsKeys("cpu", "memory");
        assertThat(container.getStartupProbe()).isNotNull();
        assertThat(container.getReadinessProbe()).isNotNull();
        assertThat(container.getLivenessProbe()).isNotNull();
    }

    @ParameterizedTest
    @FieldSource("OVERLAYS")
    void what_selects_finds_a_pod_and_what_is_mounted_exists(String overlay) {
        var labels = templates(overlay)
                .map(template -> template.getMetadata().getLabels())
                .toList();
        assertThat(selectors(overlay))
                .isNotEmpty()
                .allSatisfy(selector ->
                        assertThat(labels).anySatisfy(pod -> assertThat(pod).containsAllEntriesOf(selector)));
        assertThat(templates(overlay)).allSatisfy(KubernetesManifestsTest::mountsWhatItHas);
    }

    private static void mountsWhatItHas(PodTemplateSpec template) {
        var volumes = template.getSpec().getVolumes().stream().map(Volume::getName);
        var mounted = template.getSpec().getContainers().stream()
                .flatMap(container -> container.getVolumeMounts().stream())
                .map(VolumeMount::getName)
                .filter(name -> !name.equals("data")); // a claim template of the StatefulSet
        assertThat(volumes.toList()).containsAll(mounted.toList());
    }

    @ParameterizedTest
    @FieldSource("OVERLAYS")
    void the_autoscaler_scales_a_deployment_that_leaves_the_number_to_it(String overlay) {
        var target = of(overlay, HorizontalPodAutoscaler.class)
                .map(scaler -> scaler.getSpec().getScaleTargetRef().getName())
                .toList();
        assertThat(target).containsExactly("polyphony-worker");
        assertThat(of(overlay, Deployment.class)
                        .filter(it -> target.contains(it.getMetadata().getName())))
                .singleElement()
                .satisfies(deployment ->
                        assertThat(deployment.getSpec().getReplicas()).isNull());
    }

    private static Stream<Map<String, String>> selectors(String overlay) {
        return Stream.of(
                        of(overlay, Service.class).map(it -> it.getSpec().getSelector()),
                        of(overlay, Deployment.class)
                                .map(it -> it.getSpec().getSelector().getMatchLabels()),
                        of(overlay, StatefulSet.class)
                                .map(it -> it.getSpec().getSelector().getMatchLabels()),
                        of(overlay, PodDisruptionBudget.class)
                                .map(it -> it.getSpec().getSelector().getMatchLabels()))
                .flatMap(selectors -> selectors);
    }

    private static Stream<PodTemplateSpec> templates(String overlay) {
        return Stream.concat(
                of(overlay, Deployment.class).map(it -> it.getSpec().getTemplate()),
                of(overlay, StatefulSet.class).map(it -> it.getSpec().getTemplate()));
    }

    private static <T extends HasMetadata> Stream<T> of(String overlay, Class<T> type) {
        return Overlay.of(overlay).resources().stream().filter(type::isInstance).map(type::cast);
    }
}
