package io.polyphony.engine.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ColumnTest {
    private static final int[] PLACES = {2, 0, 2};

    @Test
    void cells_are_picked_in_any_order_and_several_times() {
        var numbers = (Column.Numbers) new Column.Numbers(new double[] {1, 2, Double.NaN}).picked(PLACES);
        assertThat(numbers.values()).containsExactly(Double.NaN, 1, Double.NaN);
        @Nullable String[] cells = {"a", "b", null};
        @Nullable String[] picked = {null, "a", null};
        assertThat(new Column.Texts(cells).picked(PLACES))
                .usingRecursiveComparison()
                .isEqualTo(new Column.Texts(picked));
        assertThat(new Column.Dates(cells, true).picked(PLACES))
                .usingRecursiveComparison()
                .isEqualTo(new Column.Dates(picked, true));
    }

    @Test
    void picked_files_are_those_of_their_places() {
        var files = (Column.Files) new Column.Files(3, new Named()).picked(PLACES);
        assertThat(files.rows()).isEqualTo(3);
        assertThat(files.reader().read(0)).containsExactly(2);
        assertThat(files.reader().read(1)).containsExactly(0);
        assertThat(files.reader().content(2)).isEqualTo("content 2");
        assertThat(files.reader().name(1)).isEqualTo("file 0");
        assertThat(files.reader().decoded()).isSameAs(Named.CACHE);
    }

    @Test
    void windows_are_cells_of_no_place() {
        var windows = new Column.Windows(new double[] {1, 2, 3}, new int[] {2}, 1, 1);
        assertThatThrownBy(() -> windows.picked(PLACES)).isInstanceOf(IllegalArgumentException.class);
    }

    /** Each file holds its place. */
    private static final class Named implements FileReader {
        private static final DecodedCache CACHE = new DecodedCache() {
            @Override
            public Optional<Decoded> find(String key) {
                return Optional.empty();
            }

            @Override
            public void keep(String key, Decoded decoded) {}
        };

        @Override
        public byte @Nullable [] read(int row) {
            return new byte[] {(byte) row};
        }

        @Override
        public String content(int row) {
            return "content " + row;
        }

        @Override
        public DecodedCache decoded() {
            return CACHE;
        }

        @Override
        public String name(int row) {
            return "file " + row;
        }
    }
}
