package io.polyphony.hpo.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.polyphony.hpo.Histories;
import io.polyphony.hpo.space.Assignment;
import io.polyphony.hpo.space.Parameter;
import io.polyphony.hpo.space.SearchSpace;
import io.polyphony.hpo.trial.Trial;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrialCsvTest {

    @Test
    void a_wild_history_comes_back() throws IOException {
        List<Trial> trials = Histories.wild(Histories.THREE, 80, 2).stream()
                .filter(trial -> Histories.SPACE.contains(trial.assignment()))
                .toList();
        var text = new StringBuilder();
        TrialCsv.write(Histories.SPACE, 3, trials, text);
        List<Trial> read = TrialCsv.read(Histories.SPACE, new StringReader(text.toString()));
        assertThat(read)
                .extracting(Trial::assignment)
                .isEqualTo(trials.stream().map(Trial::assignment).toList());
        assertThat(read)
                .extracting(Trial::state)
                .isEqualTo(trials.stream().map(Trial::state).toList());
        assertThat(read)
                .extracting(Trial::values)
                .isEqualTo(trials.stream().map(Trial::values).toList());
    }

    /** Written by Optuna 4: further columns, and numbers as floats where a column has gaps. */
    @Test
    void reads_what_optuna_writes() throws IOException {
        String table = """
                number,value,datetime_start,params_batch,params_dropout,params_fusion,params_gate,params_heads,params_lr,params_temperature,params_width,state
                0,0.25,2026-01-01,64.0,0.1,gated,soft,4.0,0.001,1.5,128.0,COMPLETE
                1,,2026-01-01,32.0,0.0,average,,,0.01,,8.0,FAIL
                """;
        List<Trial> trials = TrialCsv.read(Histories.SPACE, new StringReader(table));
        Assignment first = trials.getFirst().assignment();
        assertThat(trials.getFirst().values()).containsExactly(0.25);
        assertThat(first.integer("heads")).isEqualTo(4);
        assertThat(first.integer("batch")).isEqualTo(64);
        assertThat(trials.getLast().assignment().has("gate")).isFalse();
    }

    @Test
    void says_which_row_is_wrong() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TrialCsv.read(
                        Histories.SPACE, new StringReader("number,value,params_fusion,state\n0,1,late,COMPLETE\n")))
                .withMessageContaining("Data row 1 ")
                .withMessageContaining("fusion=late");
    }

    @Test
    void reads_infinities_and_nan_as_pandas_writes_them() throws IOException {
        String table = """
                number,values_0,values_1,values_2,params_batch,params_dropout,params_fusion,params_gate,params_heads,params_lr,params_temperature,params_width,state
                0,inf,-inf,nan,32,0.0,average,nan,nan,0.01,nan,8,COMPLETE
                """;
        Trial trial = TrialCsv.read(Histories.SPACE, new StringReader(table)).getFirst();
        assertThat(trial.values()).containsExactly(Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.NaN);
        assertThat(trial.assignment().has("gate")).isFalse();
    }

    @Test
    void says_what_is_no_number() {
        for (String wrong : List.of("0,much,COMPLETE,0", "first,1,COMPLETE,0")) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> TrialCsv.read(
                            SearchSpace.of(Parameter.real("x", 0, 1)),
                            new StringReader("number,value,state,params_x\n" + wrong + "\n")))
                    .withMessageContaining("Data row 1 ")
                    .withMessageContaining("is no number");
        }
    }
}
