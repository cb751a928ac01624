package io.polyphony.backend.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.polyphony.backend.testing.FlowTest;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Who trained on a file as people write it asks as it is written there. */
@QuarkusTest
class SpellingFlowTest extends FlowTest {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MM/dd/yyyy");
    private static final DateTimeFormatter NAMED = DateTimeFormatter.ofPattern("d. MMMM uuuu", Locale.GERMAN);

    @Test
    void a_row_of_the_file_is_a_row_of_a_request() {
        var dataset = data.uploadCsv(ann, project, "prices.csv", csv());
        var columns = get("/datasets/%s/columns".formatted(dataset));
        assertThat(columns.getString("find { it.name == 'price' }.style")).isEqualTo("comma");
        assertThat(columns.getString("find { it.name == 'day' }.style")).isEqualTo("month-first");
        assertThat(columns.getString("find { it.name == 'curve' }.style")).isNull();
        assertThat(columns.getString("find { it.name == 'weight' }.style")).isEqualTo("comma kg");
        assertThat(columns.getString("find { it.name == 'weight' }.reason")).endsWith("; in kg");
        assertThat(columns.getString("find { it.name == 'weight' }.modality")).isEqualToIgnoringCase("numeric");
        assertThat(columns.getString("find { it.name == 'made' }.style")).isEqualTo("named-months");
        assertThat(columns.getString("find { it.name == 'made' }.modality")).isEqualToIgnoringCase("date");
        assertThat(columns.getString("find { it.name == 'timestamp' }.style")).isEqualTo("epoch-s");
        var model = model(dataset.toString());

        var asked = """
                {"rows": [{"day": "05/20/2023", "price": "1.515,93", "curve": "1 2 3 4 5 6 7 8",
                           "weight": "12,5 kg", "made": "5. Mai 2023", "timestamp": 1684593000},
                          {"day": "2023-05-20", "price": 1515.93, "curve": [1, 2, 3, 4, 5, 6, 7, 8],
                           "weight": 12.5, "made": "2023-05-05", "timestamp": "2023-05-20T14:30"}]}""";
        var values = post(model, asked, 200).<Float>getList("predictions.sum.value");
        assertThat(values.getFirst()).isEqualTo(values.getLast());

        var wrong = "{\"rows\": [{\"curve\": \"1 x 3\"}, {\"price\": {\"amount\": 1}}]}";
        var refused = post(model, wrong, 422);
        assertThat(refused.<String>getList("errors.pointer"))
                .containsExactlyInAnyOrder("/rows/0/curve", "/rows/1/price");
        assertThat(post(model, "{\"rows\": [null]}", 422).getString("errors[0].pointer"))
                .isEqualTo("/rows/0");
    }

    private String model(String dataset) {
        var id = started("""
                {"name": "Prices", "dataset": "%s", "tasks": [{"target": "sum"}], "seed": 1, "budget": {"trials": 1},
                 "search": {"epochs": 2, "referees": false}}""".formatted(dataset));
        var trial = completed(id).getString("rows[0].trial.id");
        return "/models/%s/predictions"
                .formatted(
                        post("/trials/%s/promote".formatted(trial), "{}", 200).getString("id"));
    }

    private static String csv() {
        var random = new Random(1);
        return IntStream.range(0, 80)
                .mapToObj(i -> {
                    double price = 1000 + 1000 * random.nextDouble();
                    var curve = IntStream.range(0, 8)
                            .mapToObj(step -> String.valueOf(random.nextInt(9)))
                            .collect(Collectors.joining(" "));
                    return "%s;%s;%s;%s;%s kg;%s;%d"
                            .formatted(
                                    LocalDate.of(2023, 1, 1).plusDays(i).format(DAY),
                                    String.format(Locale.GERMANY, "%,.2f", price),
                                    curve,
                                    String.format(Locale.GERMANY, "%,.2f", 2 * price),
                                    String.format(Locale.GERMANY, "%,.2f", price / 100),
                                    LocalDate.of(2023, 1, 1).plusDays(i).format(NAMED),
                                    1_684_593_000 + 4_000 * i);
                })
                .collect(Collectors.joining("\n", "day;price;curve;sum;weight;made;timestamp\n", "\n"));
    }
}
