package io.polyphony.backend.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.polyphony.backend.common.DatasetVersionId;
import io.polyphony.backend.common.Invalid;
import io.polyphony.backend.testing.OneTable;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FoldsTest {
    private static final int ROWS = 500;
    private static final int FOLDS = 5;

    @Test
    void every_row_that_is_not_sealed_judges_once_and_trains_in_all_other_folds() {
        var spec = spec(null, "label", FOLDS);
        var split = Splits.of(table(), spec);
        var folds = Splits.folds(table(), spec, split);
        var judging = folds.stream()
                .flatMapToInt(fold -> IntStream.of(fold.validation()))
                .sorted()
                .toArray();
        var open = IntStream.concat(IntStream.of(split.train()), IntStream.of(split.validation()))
                .sorted()
                .toArray();
        assertThat(judging).isEqualTo(open);
        assertThat(folds).hasSize(FOLDS).allSatisfy(fold -> {
            assertThat(fold.test()).isEqualTo(split.test());
            assertThat(fold.validation()).hasSizeBetween(80, 80);
            assertThat(IntStream.concat(IntStream.of(fold.train()), IntStream.of(fold.validation()))
                            .sorted()
                            .toArray())
                    .isEqualTo(open);
        });
    }

    @Test
    void rare_classes_are_in_every_fold_alike() {
        var spec = spec(null, "label", FOLDS);
        var folds = Splits.folds(table(), spec, Splits.of(table(), spec));
        assertThat(folds)
                .allSatisfy(fold -> assertThat(Arrays.stream(fold.validation()).filter(row -> row % 25 == 0))
                        .hasSizeBetween(3, 4));
    }

    @Test
    void the_seed_and_the_rows_decide() {
        assertThat(hashes(spec(null, "label", FOLDS))).isEqualTo(hashes(spec(null, "label", FOLDS)));
        assertThat(hashes(new SplitSpec(null, null, "label", 0.2, 0.2, 8).folded(FOLDS)))
                .doesNotContainAnyElementsOf(hashes(spec(null, "label", FOLDS)));
        // Fixed for all times: folds that drift make old numbers incomparable.
        assertThat(hashes(spec(null, "label", FOLDS)).getFirst()).startsWith("807d8f0ccc42b8bd");
    }

    @Test
    void groups_are_never_parted_and_folds_are_about_equal() {
        var spec = spec("group", null, FOLDS);
        var folds = Splits.folds(table(), spec, Splits.of(table(), spec));
        for (var fold : folds) {
            assertThat(groups(fold.train())).doesNotContainAnyElementsOf(groups(fold.validation()));
            assertThat(fold.validation().length).isBetween(73, 87);
        }
    }

    @Test
    void fewer_groups_than_folds_are_refused() {
        var spec = new SplitSpec(null, "few", null, 0.2, 0.2, 7).folded(4);
        assertThatThrownBy(() -> Splits.folds(table(), spec, Splits.of(table(), spec)))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("fewer groups than folds (4)");
    }

    @Test
    void without_folds_the_split_is_all_there_is() {
        var spec = spec(null, null, 1);
        var split = Splits.of(table(), spec);
        assertThat(Splits.folds(table(), spec, split)).containsExactly(split);
    }

    @Test
    void copies_are_in_one_fold() {
        var spec = spec(null, "label", FOLDS).together(List.of("label", "group"));
        var folds = Splits.folds(table(), spec, Splits.of(table(), spec));
        var own = folds.stream()
                .flatMap(fold -> Arrays.stream(fold.validation())
                        .mapToObj(row -> row / 7 + (row % 25 == 0 ? "rare" : "common"))
                        .distinct())
                .toList();
        assertThat(own).doesNotHaveDuplicates().hasSizeGreaterThan(ROWS / 10);
    }

    @Test
    void splits_that_were_stored_before_there_were_folds_have_one() throws IOException {
        var stored = """
                {"splitColumn":null,"groupColumn":null,"stratifyBy":"label","validationShare":0.2,"testShare":0.2,
                 "seed":7,"windows":null}""";
        assertThat(new ObjectMapper().readValue(stored, SplitSpec.class)).isEqualTo(spec(null, "label", 1));
    }

    @Test
    void steps_of_time_have_no_folds() {
        var windows = new WindowSpec(4, 2, 1, null);
        assertThatThrownBy(() -> spec(null, null, 2).over(windows)).hasMessageContaining("steps of time");
        assertThatThrownBy(() -> spec(null, null, 11)).hasMessageContaining("1..10");
    }

    private static List<String> hashes(SplitSpec spec) {
        return Splits.folds(table(), spec, Splits.of(table(), spec)).stream()
                .map(SplitIndices::hash)
                .toList();
    }

    private static List<Integer> groups(int[] rows) {
        return Arrays.stream(rows).map(row -> row / 7).distinct().boxed().collect(Collectors.toList());
    }

    private static SplitSpec spec(@Nullable String group, @Nullable String stratify, int folds) {
        return new SplitSpec(null, group, stratify, 0.2, 0.2, 7).folded(folds);
    }

    private static TableData table() {
        return new TableData(
                DatasetVersionId.next(),
                "0".repeat(64),
                ROWS,
                List.of(OneTable.input("label"), OneTable.input("group"), OneTable.input("few")),
                Map.of(
                        "label", texts(row -> row % 25 == 0 ? "rare" : "common"),
                        "group", texts(row -> "g" + row / 7),
                        "few", texts(row -> "f" + row % 4)),
                _ -> new byte[0]);
    }

    private static String[] texts(IntFunction<String> text) {
        return IntStream.range(0, ROWS).mapToObj(text).toArray(String[]::new);
    }
}
