package io.polyphony.backend.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import io.polyphony.backend.common.DatasetId;
import io.polyphony.backend.testing.FlowTest;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Cells that say NA: missing, until somebody says that they are a class. */
@QuarkusTest
class MissingWordsTest extends FlowTest {
    @Inject
    DatasetService datasets;

    @Inject
    DatasetTables tables;

    @Test
    void are_a_class_after_a_correction_and_stay_as_the_file_has_them() {
        var pools = "pool,size\n" + "NA,1.5\nGood,NA\nFair,2.5\n,3\n".repeat(20);
        var id = data.uploadCsv(ann, project, "pools.csv", pools);
        assertThat(Arrays.copyOf(texts(id, "pool"), 4)).containsExactly(null, "Good", "Fair", null);
        assertThat(Arrays.copyOf(texts(id, "size"), 2)).containsExactly("1.5", null);

        team.as(ann)
                .contentType("application/json")
                .body("[{\"name\": \"pool\", \"wordsAreValues\": true}]")
                .patch("/api/v1/datasets/%s/columns".formatted(id))
                .then()
                .statusCode(200);
        assertThat(Arrays.copyOf(texts(id, "pool"), 4)).containsExactly("NA", "Good", "Fair", null);
        var columns = get("/datasets/%s/columns".formatted(id));
        assertThat(columns.getInt("find { it.name == 'pool' }.missing")).isEqualTo(20);
        assertThat(columns.getInt("find { it.name == 'pool' }.topValues.NA")).isEqualTo(20);
        assertThat(columns.getBoolean("find { it.name == 'pool' }.missingWords.values"))
                .isTrue();
    }

    private @Nullable String[] texts(DatasetId id, String column) {
        return tables.load(
                        Objects.requireNonNull(datasets.get(ann, id).usable()).id())
                .texts(column);
    }
}
