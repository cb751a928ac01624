package io.polyphony.engine.weighting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WeightingsTest {
    @Test
    void every_weighting_of_the_package_has_a_line() {
        var specs = new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages("io.polyphony.engine.weighting")
                        .stream()
                        .filter(type -> type.isAssignableTo(WeightingSpec.class) && !type.isInterface())
                        .map(type -> type.reflect().getSimpleName());
        assertThat(specs)
                .containsExactlyInAnyOrderElementsOf(Weightings.all().stream()
                        .map(kind -> kind.spec().getClass().getSimpleName())
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("io.polyphony.engine.weighting.Weightings#all")
    void a_line_explains_its_weighting_in_a_sentence(WeightingKind kind) {
        assertThat(kind.explanation()).hasSizeBetween(40, 160).matches("[A-Z].*\\.");
        assertThat(Weightings.named(kind.name())).isEqualTo(kind);
    }

    @Test
    void an_unknown_name_is_told_with_those_known() {
        assertThatThrownBy(() -> Weightings.named("magic"))
                .hasMessageContaining("(magic)")
                .hasMessageContaining("uncertainty");
    }
}
