package io.polyphony.backend.dataset.profile;

import static org.assertj.core.api.Assertions.assertThat;

import io.polyphony.backend.dataset.ColumnInfo;
import io.polyphony.backend.dataset.ColumnModality;
import io.polyphony.backend.dataset.ColumnRole;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class KnownGroupsTest {
    private static final int ROWS = 2000;

    @Test
    void users_and_films_of_ratings_are_read() {
        var random = new Random(1);
        var rows = IntStream.range(0, ROWS)
                .mapToObj(i -> List.of("u" + random.nextInt(50), String.valueOf(random.nextInt(300)), "" + i % 5))
                .distinct()
                .toList();
        var columns = settled(List.of("userId", "movie ($1) id", "rating"), rows);
        assertThat(columns).extracting(ColumnInfo::role).containsOnly(ColumnRole.INPUT);
        assertThat(columns.get(1).modality()).isEqualTo(ColumnModality.CATEGORICAL);
        assertThat(columns.get(1).reason())
                .startsWith("named as an id, and each of its ")
                .endsWith("times; each comes with ever other values of (userId), so that it is read");
    }

    @Test
    void whose_visits_are_his_alone_holds_rows_together() {
        var rows = IntStream.range(0, ROWS)
                .mapToObj(i -> List.of("p" + i / 40, "v" + i / 8, "" + i % 7))
                .toList();
        assertThat(settled(List.of("patient_id", "visit_id", "pain"), rows))
                .extracting(ColumnInfo::role)
                .startsWith(ColumnRole.GROUP, ColumnRole.GROUP);
    }

    @Test
    void a_split_tells_whether_rows_to_be_judged_are_of_those_who_are_known() {
        assertThat(shops(i -> i % 5 == 0).role()).isEqualTo(ColumnRole.INPUT);
        assertThat(shops(i -> i % 5 == 0).reason())
                .contains("; 100 % of the rows to be judged are of values that train");
        assertThat(shops(i -> i >= ROWS * 4 / 5).role()).isEqualTo(ColumnRole.GROUP);
    }

    @Test
    void who_speaks_is_not_read_where_there_is_a_recording() {
        var columns = List.of("speaker", "split", "series");
        var rows = IntStream.range(0, ROWS)
                .mapToObj(i ->
                        List.of("s" + i / 40, i % 5 == 0 ? "test" : "train", "[%d,%d,3,4,5,6,7,8]".formatted(i, i % 9)))
                .toList();
        assertThat(settled(columns, rows).getFirst().role()).isEqualTo(ColumnRole.GROUP);
    }

    private static ColumnInfo shops(IntPredicate test) {
        var rows = IntStream.range(0, ROWS)
                .mapToObj(i -> List.of("shop" + i / 40, test.test(i) ? "test" : "train", "" + i))
                .toList();
        return settled(List.of("shop_id", "split", "sold"), rows).getFirst();
    }

    private static List<ColumnInfo> settled(List<String> names, List<List<String>> rows) {
        var columns = new ArrayList<ColumnInfo>();
        for (var c = 0; c < names.size(); c++) {
            var cells = new ColumnProfiler(true);
            for (var r = 0; r < rows.size(); r++) {
                cells.cell(r, rows.get(r).get(c));
            }
            columns.add(ColumnInference.infer(names.get(c), c, cells, false));
        }
        return KnownGroups.of(columns)
                .map(groups -> {
                    rows.forEach(row -> groups.row(row.toArray(String[]::new)));
                    return groups.settle(columns, rows.size());
                })
                .orElse(columns);
    }
}
