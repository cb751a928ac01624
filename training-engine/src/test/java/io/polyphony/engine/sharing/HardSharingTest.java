package io.polyphony.engine.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import io.polyphony.engine.program.Graph;
import org.junit.jupiter.api.Test;

class HardSharingTest extends SharingContract {
    @Override
    SharingSpec sharing() {
        return new HardSharing();
    }

    @Test
    void all_tasks_read_what_was_fused_and_nothing_is_added() {
        var graph = new Graph(ROWS);
        var fused = graph.input("fused", FUSED);
        assertThat(sharing().features(graph, "sharing", fused, TASKS).values()).containsOnly(fused);
        assertThat(graph.nodes()).containsExactly(fused);
    }
}
