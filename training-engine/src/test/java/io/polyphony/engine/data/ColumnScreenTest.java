package io.polyphony.engine.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.polyphony.engine.data.TabularFeatures.Scaling;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A table of two hundred columns that say nothing, and some that do, each in its own way. */
class ColumnScreenTest {
    private static final int ROWS = 600;
    private static final int NOISE = 200;
    private static final int[] TRAIN = IntStream.range(0, 500).toArray();
    private static final TabularFeatures SPEC = new TabularFeatures(Scaling.AUTO, 100, 0, Screening.TELLING, false);
    private final Map<String, Column> columns = new LinkedHashMap<>();
    private final SplittableRandom random = new SplittableRandom(7);

    ColumnScreenTest() {
        IntStream.range(0, NOISE).forEach(i -> columns.put("noise" + i, Samples.numbers(normal())));
    }

    @Test
    void what_rises_bends_or_is_missing_and_categories_are_found() {
        double[] rises = put("rises");
        double[] bends = put("bends");
        double[] gaps = put("gaps");
        var kinds = new @Nullable String[ROWS];
        var target = new double[ROWS];
        for (int row = 0; row < ROWS; row++) {
            int kind = random.nextInt(4);
            kinds[row] = "kind" + kind;
            boolean gap = random.nextInt(5) == 0;
            gaps[row] = gap ? Double.NaN : gaps[row];
            target[row] = rises[row]
                    + bends[row] * bends[row]
                    + (kind == 2 ? 1.5 : 0)
                    + (gap ? 2 : 0)
                    + random.nextGaussian() / 2;
        }
        columns.put("kind", Samples.texts(kinds));
        columns.put("target", Samples.numbers(target));
        assertThat(kept(task("target", TaskType.REGRESSION)))
                .contains("rises", "bends", "gaps", "kind")
                .hasSizeLessThan(4 + NOISE / 20);
    }

    /** Neither column alone says anything: an exclusive or, and a slope that a category turns. */
    @Test
    void what_two_columns_tell_together_is_found() {
        double[] one = put("one");
        double[] other = put("other");
        double[] turned = put("turned");
        var turning = new @Nullable String[ROWS];
        var both = new @Nullable String[ROWS];
        var amount = new double[ROWS];
        for (int row = 0; row < ROWS; row++) {
            boolean up = random.nextBoolean();
            turning[row] = up ? "up" : "down";
            both[row] = one[row] * other[row] > 0 ? "yes" : "no";
            amount[row] = (up ? 1 : -1) * turned[row] + random.nextGaussian() / 2;
        }
        columns.put("turning", Samples.texts(turning));
        columns.put("both", Samples.texts(both));
        columns.put("amount", Samples.numbers(amount));
        assertThat(kept(task("both", TaskType.BINARY)))
                .contains("one", "other")
                .doesNotContain("turned")
                .hasSizeLessThan(2 + NOISE / 20);
        assertThat(kept(task("amount", TaskType.REGRESSION))).contains("turned", "turning");
        assertThat(kept(task("both", TaskType.BINARY), task("amount", TaskType.REGRESSION)))
                .as("of several tasks, any is enough")
                .contains("one", "other", "turned", "turning");
    }

    /** One number each of the three kinds of answers that are several numbers, and outliers in both column and target. */
    @Test
    void every_kind_of_target_is_told_about() {
        double[] telling = put("telling");
        var grade = new @Nullable String[ROWS];
        var tags = new @Nullable String[ROWS];
        var vector = new @Nullable String[ROWS];
        var wild = new double[ROWS];
        for (int row = 0; row < ROWS; row++) {
            int level = telling[row] < -0.5 ? 0 : telling[row] < 0.5 ? 1 : 2;
            grade[row] = "grade" + level;
            tags[row] = row % 3 == 0 ? "odd" : level == 2 ? "odd; high" : "low";
            vector[row] = "%f %f".formatted(random.nextGaussian(), telling[row]);
            wild[row] = random.nextInt(50) == 0 ? 1e6 * random.nextGaussian() : telling[row];
            telling[row] = random.nextInt(50) == 0 ? 1e6 * random.nextGaussian() : telling[row];
        }
        columns.put("grade", Samples.texts(grade));
        columns.put("tags", Samples.texts(tags));
        columns.put("vector", Samples.texts(vector));
        columns.put("wild", Samples.numbers(wild));
        for (var task : List.of(
                task("grade", TaskType.MULTICLASS),
                task("grade", TaskType.ORDINAL),
                task("tags", TaskType.MULTILABEL),
                task("vector", TaskType.VECTOR),
                task("wild", TaskType.REGRESSION))) {
            assertThat(kept(task)).as("%s", task).contains("telling").hasSizeLessThan(1 + NOISE / 20);
        }
    }

    /** Of two hundred columns that say nothing, false discovery control keeps next to none. */
    @Test
    void where_nothing_tells_anything_the_least_unlikely_are_kept() {
        put("target");
        assertThat(kept(task("target", TaskType.REGRESSION))).hasSizeBetween(3, 8);
    }

    @Test
    void only_train_rows_are_looked_at_and_what_was_dropped_is_never_asked_for() {
        double[] telling = put("telling");
        var target = telling.clone();
        columns.put("target", Samples.numbers(target));
        var before = fitted(task("target", TaskType.REGRESSION));
        for (var column : columns.values()) {
            if (column instanceof Column.Numbers(var values)) {
                Arrays.fill(values, TRAIN.length, ROWS, 1e3 * random.nextGaussian());
            }
        }
        var after = fitted(task("target", TaskType.REGRESSION));
        assertThat(after.toJson()).isEqualTo(before.toJson());
        var kept = columns(after);
        columns.keySet().removeIf(name -> !kept.contains(name));
        assertThat(after.features(Samples.table(columns), new int[] {1}).get("input"))
                .usingRecursiveComparison()
                .isEqualTo(Preprocessor.fromJson(before.toJson())
                        .features(Samples.table(columns), new int[] {1})
                        .get("input"));
    }

    @Test
    void several_numbers_of_one_column_of_dates_stay_together() {
        var dates = new @Nullable String[ROWS];
        var target = new double[ROWS];
        for (int row = 0; row < ROWS; row++) {
            dates[row] = "2024-01-%02d".formatted(1 + random.nextInt(28));
            target[row] = Integer.parseInt(dates[row].substring(8)) % 7 == 0 ? 1 : 0;
        }
        columns.put("day", new Column.Dates(dates));
        columns.put("target", Samples.numbers(target));
        var all = Preprocessor.fit(
                Samples.table(columns),
                TRAIN,
                List.of(FeaturizerContract.over(Modality.TABULAR, "day")),
                Map.of("input", SPEC),
                List.of(task("target", TaskType.BINARY)));
        assertThat(all.layouts().get("input"))
                .isEqualTo(new Preprocessor(
                                List.of(),
                                Map.of(
                                        "input",
                                        Featurizers.fit(
                                                TabularFeatures.standard(),
                                                Samples.table(columns),
                                                FeaturizerContract.over(Modality.TABULAR, "day"),
                                                TRAIN)),
                                List.of())
                        .layouts()
                        .get("input"));
    }

    @Test
    void without_tasks_there_is_nothing_to_tell_about() {
        assertThatThrownBy(() -> Featurizers.fit(SPEC, Samples.table(columns), input(), TRAIN))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Maybe tasks are missing");
        assertThat(TargetScores.testable(TaskType.SEGMENTATION)).isFalse();
    }

    private Set<String> kept(TaskSpec... tasks) {
        return columns(fitted(tasks));
    }

    private Preprocessor fitted(TaskSpec... tasks) {
        return Preprocessor.fit(Samples.table(columns), TRAIN, List.of(input()), Map.of("input", SPEC), List.of(tasks));
    }

    private InputSpec input() {
        var targets = Set.of("target", "both", "amount", "grade", "tags", "vector", "wild");
        return FeaturizerContract.over(
                Modality.TABULAR,
                columns.keySet().stream()
                        .filter(name -> !targets.contains(name))
                        .toArray(String[]::new));
    }

    private static Set<String> columns(Preprocessor preprocessor) {
        var names = new TreeSet<String>();
        if (preprocessor.featurizers().get("input") instanceof TabularFeaturizer table) {
            table.numeric().forEach(column -> names.add(column.name()));
            table.categorical().forEach(column -> names.add(column.name()));
        }
        return names;
    }

    private static TaskSpec task(String name, TaskType type) {
        return new TaskSpec(name, type);
    }

    private double[] put(String name) {
        var values = normal();
        columns.put(name, Samples.numbers(values));
        return values;
    }

    private double[] normal() {
        return random.doubles(ROWS)
                .map(share -> Normal.quantile(Math.clamp(share, 1e-9, 1 - 1e-9)))
                .toArray();
    }
}
