package io.polyphony.backend.trial;

import static org.assertj.core.api.Assertions.assertThat;

import io.polyphony.backend.testing.FlowTest;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A column of ready-made embeddings, many numbers in a cell, is an input like any other. */
@QuarkusTest
class VectorColumnFlowTest extends FlowTest {
    private static final int WIDTH = 12;

    /** The third and the seventh number decide. */
    private static String csv() {
        var random = new SplittableRandom(4);
        return IntStream.range(0, 300)
                .mapToObj(row -> {
                    var numbers = random.doubles(WIDTH, -1, 1).toArray();
                    return "%s,%s".formatted(cell(numbers), numbers[2] + numbers[6] > 0 ? "near" : "far");
                })
                .collect(Collectors.joining("\n", "embedding,place\n", "\n"));
    }

    private static String cell(double... numbers) {
        return DoubleStream.of(numbers)
                .mapToObj(number -> String.format(Locale.ROOT, "%.4f", number))
                .collect(Collectors.joining(" "));
    }

    @Test
    void learns_from_a_column_of_vectors() {
        var dataset = data.uploadCsv(ann, project, "vectors.csv", csv());
        var column = get("/datasets/%s/columns".formatted(dataset)).getMap("find { it.name == 'embedding' }");
        assertThat(column).containsEntry("modality", "SERIES").containsEntry("role", "INPUT");

        var body = """
                {"name":"Vectors","dataset":"%s","tasks":[{"target":"place"}],"seed":1,"budget":{"trials":3},
                 "search":{"epochs":25,"referees":false,"encoders":{"SERIES":["vector","minirocket"]}}}""".formatted(dataset);
        var id = started(body);
        var comparison = completed(id);
        assertThat(comparison.getList("rows.trial.state")).containsOnly("COMPLETED");

        var trial = comparison.getString("rows.find { it.trial.assignment.series_encoder == 'vector' }.trial.id");
        var model = post("/trials/%s/promote".formatted(trial), "{}", 200);
        assertThat(model.getDouble("test.place.accuracy")).isGreaterThan(0.8);
        var sure = new double[WIDTH];
        sure[2] = 0.9;
        sure[6] = 0.9;
        var asked = "{\"rows\":[{\"embedding\":\"%s\"}]}".formatted(cell(sure));
        var said = post("/models/%s/predictions".formatted(model.getString("id")), asked, 200);
        assertThat(said.getString("predictions[0].place.label")).isEqualTo("near");
    }
}
