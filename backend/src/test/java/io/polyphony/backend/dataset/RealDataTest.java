package io.polyphony.backend.dataset;

import static io.polyphony.backend.dataset.ColumnModality.AUDIO;
import static io.polyphony.backend.dataset.ColumnModality.CATEGORICAL;
import static io.polyphony.backend.dataset.ColumnModality.IMAGE;
import static io.polyphony.backend.dataset.ColumnModality.NUMERIC;
import static io.polyphony.backend.dataset.ColumnModality.TEXT;
import static org.assertj.core.api.Assertions.assertThat;

import io.polyphony.backend.testing.PlatformTest;
import io.polyphony.backend.testing.TestTeam;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.assertj.core.api.Assumptions;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;

/** The two data sets that the demo uses, from the first byte to the split. */
@QuarkusTest
class RealDataTest extends PlatformTest {
    private static final Logger LOG = Logger.getLogger(RealDataTest.class);

    @Inject
    TestTeam team;

    @Inject
    Uploads uploads;

    @Inject
    DatasetTables tables;

    @Test
    void reviews_with_line_breaks_in_their_texts() throws IOException {
        var version = imported("reviews/reviews.csv", "reviews.csv");
        assertThat(version.rows()).isEqualTo(4_698);
        var table = tables.load(version.id());
        var modalities = modalities(table);
        assertThat(modalities)
                .containsEntry("Review Text", TEXT)
                .containsEntry("Title", TEXT)
                .containsEntry("Age", NUMERIC)
                .containsEntry("Rating", CATEGORICAL)
                .containsEntry("Recommended IND", CATEGORICAL);
        assertThat(table.column("source_row").role()).isEqualTo(ColumnRole.ID);
        assertThat(table.column("split").role()).isEqualTo(ColumnRole.SPLIT);
        assertThat(table.column("Title").missing()).isEqualTo(770);
        assertThat(table.column("Review Text").missing()).isEqualTo(152);
        assertThat(table.column("Clothing ID").distinct()).isEqualTo(589);
        assertThat(table.column("Clothing ID").role())
                .as("test rows tell of clothes that train rows tell of")
                .isEqualTo(ColumnRole.INPUT);
        var split = Splits.of(table, SplitSpec.suggest(table.columns(), List.of("Recommended IND"), 1));
        assertThat(split.test()).hasSize(2_349);
        assertThat(split.validation().length).isBetween(460, 480);
    }

    @Test
    void digits_with_image_and_sound() throws IOException {
        var version = imported("digits/digits.zip", "digits.zip");
        assertThat(version.rows()).isEqualTo(1_200);
        var table = tables.load(version.id());
        assertThat(modalities(table))
                .containsEntry("image", IMAGE)
                .containsEntry("audio", AUDIO)
                .containsEntry("digit", CATEGORICAL)
                .containsEntry("speaker", CATEGORICAL)
                .containsEntry("writer_group", CATEGORICAL);
        assertThat(table.column("image").media())
                .isNotNull()
                .satisfies(m -> assertThat(m.maxWidth()).isEqualTo(28));
        assertThat(table.column("audio").media())
                .isNotNull()
                .satisfies(m -> assertThat(m.maxSampleRate()).isEqualTo(8_000));
        assertThat(Splits.of(table, SplitSpec.suggest(table.columns(), List.of("digit"), 1))
                        .test())
                .hasSize(300);
        assertThat(table.file("audio", 7)).startsWith('R', 'I', 'F', 'F');
    }

    @Test
    void queries_with_many_classes_where_the_sets_are_at_hand() throws IOException {
        var file = Path.of("..", "..", "shared", "data", "clinc150", "clinc150.csv");
        Assumptions.assumeThat(file).exists();
        var table = tables.load(imported(file, "clinc150.csv").id());
        assertThat(table.rows()).isEqualTo(23_700);
        assertThat(modalities(table))
                .containsEntry("text", TEXT)
                .containsEntry("intent", CATEGORICAL)
                .containsEntry("domain", CATEGORICAL)
                .containsEntry("scope", CATEGORICAL);
        assertThat(table.column("intent").distinct()).isEqualTo(150);
        assertThat(table.column("domain").hints())
                .anySatisfy(hint -> assertThat(hint).contains("intent"));
        var split = Splits.of(table, SplitSpec.suggest(table.columns(), List.of("intent"), 1));
        assertThat(split.test()).hasSize(5_500);
        assertThat(split.validation()).hasSize(3_100);
    }

    private VersionSummary imported(String example, String name) throws IOException {
        return imported(Path.of("..", "examples", example), name);
    }

    private VersionSummary imported(Path file, String name) throws IOException {
        var ann = team.user();
        var bytes = Files.readAllBytes(file);
        var start = System.nanoTime();
        var dataset = uploads.imported(ann, team.project(ann), name, bytes);
        LOG.infof("%s took %.2f s", name, (System.nanoTime() - start) / 1e9);
        assertThat(dataset.latest().problems()).isEmpty();
        return Objects.requireNonNull(dataset.usable());
    }

    private static Map<String, ColumnModality> modalities(TableData table) {
        return table.columns().stream().collect(Collectors.toMap(ColumnInfo::name, ColumnInfo::modality));
    }
}
