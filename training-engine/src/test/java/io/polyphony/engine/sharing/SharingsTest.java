package io.polyphony.engine.sharing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SharingsTest {
    private static final SharingSettings SETTINGS = new SharingSettings(8, 2, 3, 0.1);
    private final JsonMapper json = JsonMapper.builder().build();

    @Test
    void every_way_of_sharing_of_the_package_has_a_line() {
        var specs = new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages("io.polyphony.engine.sharing")
                        .stream()
                        .filter(type -> type.isAssignableTo(SharingSpec.class) && !type.isInterface())
                        .map(type -> type.reflect().getSimpleName());
        assertThat(specs)
                .containsExactlyInAnyOrderElementsOf(Sharings.all().stream()
                        .map(kind -> kind.spec().getSimpleName())
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("io.polyphony.engine.sharing.Sharings#all")
    void a_line_makes_its_way_of_sharing_and_explains_it_in_a_sentence(SharingKind kind) {
        assertThat(kind.of(SETTINGS)).isInstanceOf(kind.spec());
        assertThat(kind.title()).matches("[A-Z].*");
        assertThat(kind.explanation()).hasSizeBetween(40, 160).matches("[A-Z].*\\.");
        assertThat(Sharings.named(kind.name())).isEqualTo(kind);
    }

    @ParameterizedTest
    @MethodSource("io.polyphony.engine.sharing.Sharings#all")
    void a_line_says_which_settings_are_read(SharingKind kind) {
        var spec = kind.of(SETTINGS);
        assertThat(kind.of(new SharingSettings(8, 3, 3, 0.1)).equals(spec))
                .isNotEqualTo(kind.reads().contains(SharingKind.Setting.DEPTH));
        assertThat(kind.of(new SharingSettings(8, 2, 4, 0.1)).equals(spec))
                .isNotEqualTo(kind.reads().contains(SharingKind.Setting.EXPERTS));
    }

    @ParameterizedTest
    @MethodSource("io.polyphony.engine.sharing.Sharings#all")
    void ways_of_sharing_survive_the_way_to_json_and_back(SharingKind kind) throws Exception {
        var spec = kind.of(SETTINGS);
        var text = json.writerFor(SharingSpec.class).writeValueAsString(spec);
        assertThat(text).contains("\"kind\":\"%s\"".formatted(kind.name()));
        assertThat(json.readValue(text, SharingSpec.class)).isEqualTo(spec);
    }

    @Test
    void an_unknown_name_is_told_with_those_known() {
        assertThatThrownBy(() -> Sharings.named("magic"))
                .hasMessageContaining("(magic)")
                .hasMessageContaining("mmoe");
    }
}
