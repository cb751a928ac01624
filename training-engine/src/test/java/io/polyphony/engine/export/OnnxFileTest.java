package io.polyphony.engine.export;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.polyphony.engine.data.Preprocessor;
import io.polyphony.engine.evaluation.TaskPredictions;
import io.polyphony.engine.fusion.Gated;
import io.polyphony.engine.network.NetworkSpec;
import io.polyphony.engine.training.Orchestra;
import io.polyphony.engine.training.TrainingOutcome;
import io.polyphony.engine.training.Verdict;
import io.polyphony.engine.weighting.Equal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A trained model of five inputs, three task types and many gaps, as a file for everybody. */
class OnnxFileTest {
    private final Orchestra orchestra = new Orchestra();
    private final TrainedModel model = train();

    private TrainedModel train() {
        var network = orchestra.network(new Gated(8, 0, 0.1), Orchestra.everything());
        return ((TrainingOutcome.Completed) orchestra
                        .trainer(network, Orchestra.training(3, new Equal(), 1))
                        .run(null, (report, checkpoint) -> Verdict.CONTINUE))
                .model();
    }

    @Test
    void answers_the_validation_rows_as_the_model_does() {
        var rows = orchestra.validationRows();
        var expected = model.predict(orchestra.table, rows);
        try (var session = new OnnxSession(OnnxFile.of(model))) {
            session.put(model.encode(orchestra.table, rows));
            var answers = session.run();
            assertThat(answers.keySet()).isEqualTo(expected.keySet());
            expected.forEach((task, said) -> assertSame(requireNonNull(answers.get(task)), said));
        }
    }

    /**
     * Equal to 1e-5 on average. In a single row, normalising a nearly constant picture may blow rounding up three
     * hundred times: there, floats of ours are as far from doubles.
     */
    private static void assertSame(float[] answers, TaskPredictions expected) {
        int width = expected.scores()[0].length;
        double sum = 0;
        for (int i = 0; i < answers.length; i++) {
            float said = expected.scores()[i / width][i % width];
            double error = Math.abs(answers[i] - said) / Math.max(1, Math.abs(said));
            assertThat(error).isLessThan(3e-4);
            sum += error;
        }
        assertThat(sum / answers.length).isLessThan(1e-5);
    }

    @Test
    void tells_what_it_reads_and_what_its_answers_mean() throws Exception {
        var json = JsonMapper.builder().build();
        try (var session = new OnnxSession(OnnxFile.of(model.with(Map.of("dataset", "orchestra"))))) {
            var notes = session.notes();
            assertThat(json.readValue(notes.get("polyphony.network"), NetworkSpec.class))
                    .isEqualTo(model.network());
            assertThat(Preprocessor.fromJson(requireNonNull(notes.get("polyphony.preprocessing")))
                            .toJson())
                    .isEqualTo(model.preprocessor().toJson());
            assertThat(json.readValue(notes.get("polyphony.tasks"), new TypeReference<List<OnnxFile.Task>>() {}))
                    .contains(new OnnxFile.Task("loud", "BINARY", "loud", List.of("no", "yes")));
            assertThat(notes.get("polyphony.provenance")).contains("orchestra");
            assertThat(notes.get("polyphony.views")).contains("as the model does");
        }
    }
}
