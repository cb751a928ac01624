package io.polyphony.backend.dataset.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.polyphony.backend.common.FieldProblem;
import io.polyphony.backend.dataset.ImportRefused;
import io.polyphony.backend.dataset.Problems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExcelTableTest {
    @TempDir
    Path folder;

    @Test
    void cells_come_as_programs_write_them() throws IOException {
        var file = file(sheet("rooms", sheet -> {
            header(sheet, "room", "price", "since", "seen", "open", "twice");
            sheet.value(1, 0, "blue");
            sheet.value(1, 1, 0.1 + 0.2);
            sheet.value(1, 2, LocalDate.of(2024, 5, 31));
            sheet.style(1, 2).format("dd.mm.yyyy").set();
            sheet.value(1, 3, LocalDateTime.of(2024, 5, 31, 13, 45));
            sheet.style(1, 3).format("yyyy-mm-dd h:mm").set();
            sheet.value(1, 4, true);
            sheet.value(1, 5, 1200);
            sheet.style(1, 5).format("#,##0 \"Mrd\";[Red]-#,##0").set();
            sheet.value(4, 0, "red");
        }));
        var table = ExcelTable.open(file);
        assertThat(table.columns()).containsExactly("room", "price", "since", "seen", "open", "twice");
        assertThat(rows(table))
                .containsExactly(
                        List.of("2", "blue", "0.3", "2024-05-31", "2024-05-31T13:45:00", "true", "1200"),
                        Arrays.asList("5", "red", null, null, null, null, null));
    }

    @Test
    void large_and_small_numbers_keep_their_digits() throws IOException {
        var table = ExcelTable.open(file(sheet("n", sheet -> {
            header(sheet, "x", "y");
            sheet.value(1, 0, 4_012_345_678_901L);
            sheet.value(1, 1, 1.5e-7);
        })));
        assertThat(rows(table)).containsExactly(List.of("2", "4012345678901", "0.00000015"));
    }

    @Test
    void times_are_told_and_what_is_no_day_stays_a_number() throws IOException {
        var table = ExcelTable.open(file(sheet("t", sheet -> {
            header(sheet, "at", "far");
            sheet.value(1, 0, 0.5625);
            sheet.style(1, 0).format("h:mm").set();
            sheet.value(1, 1, 4e14);
            sheet.style(1, 1).format("yyyy-mm-dd").set();
        })));
        assertThat(rows(table)).containsExactly(List.of("2", "13:30:00", "400000000000000"));
    }

    @Test
    void cells_beyond_the_header_are_told_with_their_row() throws IOException {
        var table = ExcelTable.open(file(sheet("s", sheet -> {
            header(sheet, "a", "b");
            sheet.value(1, 0, 1);
            sheet.value(1, 2, 5);
        })));
        var problems = new Problems();
        table.forEach((row, cells) -> {}, problems);
        assertThatThrownBy(problems::refuseIfAny)
                .isInstanceOfSatisfying(
                        ImportRefused.class,
                        refused -> assertThat(refused.problems())
                                .singleElement()
                                .extracting(FieldProblem::row)
                                .isEqualTo(2L));
    }

    @Test
    void of_several_sheets_none_is_guessed_but_empty_ones_do_not_count() throws IOException {
        Consumer<Workbook> rows = sheet("rows", sheet -> {
            header(sheet, "a", "b");
            sheet.value(1, 0, 1);
        });
        assertThat(ExcelTable.open(file(rows.andThen(sheet("Sheet2", sheet -> {}))))
                        .columns())
                .containsExactly("a", "b");
        var two = file(rows.andThen(sheet("notes", sheet -> header(sheet, "read me"))));
        assertThatThrownBy(() -> ExcelTable.open(two))
                .isInstanceOf(ImportRefused.class)
                .hasMessageContaining("2 sheets with cells (rows, notes)");
        assertThatThrownBy(() -> ExcelTable.open(file(sheet("none", sheet -> {}))))
                .hasMessageContaining("no sheet with cells");
    }

    @Test
    void a_damaged_workbook_and_one_without_rows_are_refused() throws IOException {
        var whole = Files.readAllBytes(folder.resolve(
                file(sheet("s", sheet -> header(sheet, "a", "b"))).name()));
        var cut = Files.write(folder.resolve("cut.xlsx"), Arrays.copyOf(whole, whole.length / 2));
        assertThatThrownBy(() -> ExcelTable.open(FileSource.of(cut, "cut.xlsx")))
                .isInstanceOf(ImportRefused.class)
                .hasMessageContaining("cannot be read");
        var table = ExcelTable.open(FileSource.of(Files.write(folder.resolve("h.xlsx"), whole), "h.xlsx"));
        assertThatThrownBy(() -> table.forEach((row, cells) -> {}, new Problems()))
                .hasMessageContaining("a header but no rows");
    }

    private static void header(Worksheet sheet, String... names) {
        for (var i = 0; i < names.length; i++) {
            sheet.value(0, i, names[i]);
        }
    }

    private static Consumer<Workbook> sheet(String name, Consumer<Worksheet> content) {
        return workbook -> content.accept(workbook.newWorksheet(name));
    }

    private FileSource file(Consumer<Workbook> content) throws IOException {
        var path = Files.createTempFile(folder, "t", ".xlsx");
        try (var out = Files.newOutputStream(path);
                var workbook = new Workbook(out, "test", "1.0")) {
            content.accept(workbook);
        }
        return FileSource.of(path, path.getFileName().toString());
    }

    private static List<List<String>> rows(ExcelTable table) throws IOException {
        var rows = new ArrayList<List<String>>();
        table.forEach(
                (row, cells) -> {
                    var line = new ArrayList<String>(List.of(String.valueOf(row)));
                    line.addAll(Arrays.asList(cells));
                    rows.add(line);
                },
                new Problems());
        return rows;
    }
}
