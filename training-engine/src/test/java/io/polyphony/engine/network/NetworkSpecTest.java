package io.polyphony.engine.network;

import static io.polyphony.engine.auxiliary.AutoencoderSpec.Kind.VARIATIONAL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.polyphony.engine.auxiliary.AutoencoderSpec;
import io.polyphony.engine.auxiliary.AuxiliarySpec;
import io.polyphony.engine.data.PastUnit;
import io.polyphony.engine.data.PastView;
import io.polyphony.engine.fusion.Average;
import io.polyphony.engine.fusion.FusionSettings;
import io.polyphony.engine.fusion.Fusions;
import io.polyphony.engine.fusion.Gated;
import io.polyphony.engine.sharing.SharingSettings;
import io.polyphony.engine.sharing.Sharings;
import io.polyphony.engine.training.KeepSpec;
import io.polyphony.engine.training.Orchestra;
import io.polyphony.engine.training.TrainingSpec;
import io.polyphony.engine.weighting.Equal;
import io.polyphony.engine.weighting.Static;
import io.polyphony.engine.weighting.Uncertainty;
import io.polyphony.engine.weighting.WeightingSpec;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NetworkSpecTest {
    private final JsonMapper json = JsonMapper.builder().build();
    private final Orchestra orchestra = new Orchestra();

    @Test
    void networks_survive_the_way_to_json_and_back() throws Exception {
        for (var kind : Fusions.all()) {
            var fusion = kind.of(new FusionSettings(8, 2, 0.1, 0.2));
            var network = orchestra.network(fusion, Orchestra.everything());
            assertThat(json.readValue(json.writeValueAsString(network), NetworkSpec.class))
                    .isEqualTo(network);
        }
        for (var kind : Sharings.all()) {
            var network = orchestra
                    .network(new Average(8, 0, 0), "table")
                    .sharing(kind.of(new SharingSettings(8, 2, 3, 0.1)));
            assertThat(json.readValue(json.writeValueAsString(network), NetworkSpec.class))
                    .isEqualTo(network);
        }
    }

    @Test
    void a_network_stored_before_sharing_could_be_chosen_shares_hard() throws Exception {
        var network = orchestra.network(new Average(8, 0, 0), "table");
        var text = json.writeValueAsString(network).replaceFirst("\"sharing\":\\{[^}]*},", "");
        assertThat(text).doesNotContain("sharing");
        assertThat(json.readValue(text, NetworkSpec.class)).isEqualTo(network);
    }

    /** Networks stored before there was a choice count from the whole, and see how light pictures are. */
    @Test
    void networks_stored_before_counting_and_light_could_be_chosen_are_as_they_were() throws Exception {
        var network = orchestra.network(new Average(8, 0, 0), "picture");
        var text = json.writeValueAsString(network)
                .replaceAll(",\"counting\":\"[A-Z]*\"", "")
                .replaceAll(",\"light\":\"[A-Z]*\"", "");
        assertThat(text).doesNotContain("counting", "light");
        assertThat(json.readValue(text, NetworkSpec.class)).isEqualTo(network);
    }

    @Test
    void how_the_past_is_told_survives_too_and_was_by_column_before_there_was_a_choice() throws Exception {
        var network = orchestra.network(new Average(8, 0, 0), "table");
        var halved = network.seeing(new PastView(0.5, PastUnit.WINDOW));
        assertThat(json.readValue(json.writeValueAsString(halved), NetworkSpec.class))
                .isEqualTo(halved)
                .isNotEqualTo(network);
        var before = json.writeValueAsString(halved).replaceFirst(",\"pasts\":\\{[^}]*}", "");
        assertThat(before).doesNotContain("pasts");
        assertThat(json.readValue(before, NetworkSpec.class)).isEqualTo(network);
    }

    @Test
    void trainings_survive_the_way_to_json_and_back() throws Exception {
        List<WeightingSpec> weightings = List.of(new Equal(), new Static(Map.of("loud", 2.5)), new Uncertainty());
        for (var weighting : weightings) {
            var training = Orchestra.training(3, weighting, Long.MAX_VALUE);
            assertSurvives(training);
            assertSurvives(training.keeping(new KeepSpec.LastEpoch(2)));
            assertSurvives(training.beside(new AuxiliarySpec(0.1, 0.3, new AutoencoderSpec(VARIATIONAL, 0.1))));
        }
    }

    private void assertSurvives(TrainingSpec training) throws Exception {
        assertThat(json.readValue(json.writeValueAsString(training), TrainingSpec.class))
                .isEqualTo(training);
    }

    @Test
    void an_input_without_an_encoder_is_refused() {
        orchestra.encoders.remove("words");
        assertThatThrownBy(() -> orchestra.network(new Average(8, 0, 0), "table", "words"))
                .hasMessageContaining("(words)");
    }

    @Test
    void a_network_of_nothing_but_auxiliary_tasks_is_refused() {
        var network = orchestra.network(new Average(8, 0, 0), "table");
        var auxiliary =
                network.tasks().stream().map(task -> task.auxiliary(true)).toList();
        assertThatThrownBy(() -> new NetworkSpec(
                        network.inputs(), network.encoders(), network.fusion(), auxiliary, network.head()))
                .hasMessageContaining("instrument")
                .hasMessageContaining("auxiliary");
    }

    @Test
    void a_setting_out_of_range_is_named() {
        assertThatThrownBy(() -> new Gated(8, 1.5, 0))
                .hasMessageContaining("(dropout) is 1.5")
                .hasMessageContaining("[0, 0.9]");
    }
}
