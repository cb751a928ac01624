package io.polyphony.engine.fusion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FusionsTest {
    private static final FusionSettings SETTINGS = new FusionSettings(8, 2, 0.1, 0.2);
    private final JsonMapper json = JsonMapper.builder().build();

    @Test
    void every_fusion_of_the_package_has_a_line() {
        var specs = new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages("io.polyphony.engine.fusion")
                        .stream()
                        .filter(type -> type.isAssignableTo(FusionSpec.class) && !type.isInterface())
                        .map(type -> type.reflect().getSimpleName());
        assertThat(specs)
                .containsExactlyInAnyOrderElementsOf(Fusions.all().stream()
                        .map(kind -> kind.spec().getSimpleName())
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("io.polyphony.engine.fusion.Fusions#all")
    void a_line_makes_its_fusion_and_explains_it_in_a_sentence(FusionKind kind) {
        var spec = kind.of(SETTINGS);
        assertThat(spec).isInstanceOf(kind.spec());
        assertThat(spec.width()).isEqualTo(8);
        assertThat(spec.dropout()).isEqualTo(0.1);
        assertThat(spec.modalityDropout()).isEqualTo(0.2);
        assertThat(kind.title()).matches("[A-Z].*");
        assertThat(kind.explanation()).hasSizeBetween(40, 160).matches("[A-Z].*\\.");
        assertThat(Fusions.named(kind.name())).isEqualTo(kind);
    }

    @ParameterizedTest
    @MethodSource("io.polyphony.engine.fusion.Fusions#all")
    void only_layered_fusions_read_the_depth(FusionKind kind) {
        var deeper = new FusionSettings(8, 3, 0.1, 0.2);
        assertThat(kind.of(deeper).equals(kind.of(SETTINGS))).isNotEqualTo(kind.deep());
    }

    @ParameterizedTest
    @MethodSource("io.polyphony.engine.fusion.Fusions#all")
    void fusions_survive_the_way_to_json_and_back(FusionKind kind) throws Exception {
        var spec = kind.of(SETTINGS);
        var text = json.writerFor(FusionSpec.class).writeValueAsString(spec);
        assertThat(text).contains("\"kind\":\"%s\"".formatted(kind.name()));
        assertThat(json.readValue(text, FusionSpec.class)).isEqualTo(spec);
    }

    @Test
    void models_saved_before_the_rename_are_still_read() throws Exception {
        var text = "{\"kind\":\"weighted-average\",\"width\":8,\"dropout\":0.1,\"modalityDropout\":0.2}";
        assertThat(json.readValue(text, FusionSpec.class)).isEqualTo(new WeightedAverage(8, 0.1, 0.2));
    }

    @Test
    void an_unknown_name_is_told_with_those_known() {
        assertThatThrownBy(() -> Fusions.named("magic"))
                .hasMessageContaining("(magic)")
                .hasMessageContaining("concatenation");
    }
}
