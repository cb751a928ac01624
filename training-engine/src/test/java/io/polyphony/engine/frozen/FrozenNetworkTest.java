package io.polyphony.engine.frozen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class FrozenNetworkTest {
    @Test
    void an_embedding_is_what_the_network_says() {
        try (var network = FrozenNetwork.open(FrozenFile.product(3, 2, 1, 10, 2, 20, 3, 30), 3)) {
            assertThat(network.width()).isEqualTo(2);
            assertThat(network.embed(new float[] {1, 0, -1})).containsExactly(-2, -20);
        }
        try (var network = FrozenNetwork.open(FrozenFile.channelMeans(3, 2), 3, 2, 2)) {
            assertThat(network.embed(new float[] {1, 2, 3, 4, 5, 5, 5, 5, 0, 0, 0, 8}))
                    .containsExactly(2.5f, 5, 2);
        }
    }

    @Test
    void what_is_no_network_is_refused() {
        assertThatThrownBy(() -> FrozenNetwork.open(new byte[] {1, 2, 3}, 3)).hasMessageContaining("no ONNX network");
        assertThatThrownBy(() -> FrozenNetwork.open(new byte[0], 3)).hasMessageContaining("no ONNX network");
        var whole = FrozenFile.product(3, 2, 1, 10, 2, 20, 3, 30);
        assertThatThrownBy(() -> FrozenNetwork.open(Arrays.copyOf(whole, whole.length / 2), 3))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void weights_outside_of_the_file_are_refused() {
        assertThatThrownBy(() -> FrozenNetwork.open(FrozenFile.outside(3, 2), 3))
                .hasMessageContaining("(weights)")
                .hasMessageContaining("single file");
    }

    @Test
    void other_inputs_than_were_said_are_refused_with_their_shapes() {
        assertThatThrownBy(() -> FrozenNetwork.open(FrozenFile.product(3, 2, new float[6]), 4))
                .hasMessageContaining("(row:")
                .hasMessageContaining("[1, 4]");
        assertThatThrownBy(() -> FrozenNetwork.open(FrozenFile.channelMeans(3, 8), 8, 8, 3))
                .hasMessageContaining("(picture:")
                .hasMessageContaining("[1, 8, 8, 3]");
        assertThatThrownBy(() -> FrozenNetwork.open(FrozenFile.sum(3), 3)).hasMessageContaining("[a, b]");
    }

    @Test
    void an_output_that_is_no_embedding_is_refused() {
        assertThatThrownBy(() -> FrozenNetwork.open(FrozenFile.same(3, 4), 3, 4))
                .hasMessageContaining("(embedding:")
                .hasMessageContaining("[rows, width]");
        try (var network = FrozenNetwork.open(FrozenFile.logarithm(3), 3)) {
            assertThatThrownBy(network::width).hasMessageContaining("no number");
        }
        try (var network = FrozenNetwork.open(FrozenFile.same(20_000), 20_000)) {
            assertThatThrownBy(network::width).hasMessageContaining("20000 numbers");
        }
    }

    /** More networks than stay open at once, in turn. */
    @Test
    void networks_that_were_closed_are_opened_again() {
        for (int round = 0; round < 3; round++) {
            for (int i = 1; i <= 7; i++) {
                var file = FrozenFile.product(1, 1, i);
                assertThat(FrozenNetworks.embed("factor " + i, file, new float[] {2}, 1))
                        .containsExactly(2f * i);
            }
        }
    }
}
