package io.polyphony.engine.optimizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.polyphony.engine.program.Parameters;
import io.polyphony.engine.tensor.Device;
import io.polyphony.engine.tensor.EmbeddingTable;
import io.polyphony.engine.tensor.Precision;
import io.polyphony.engine.tensor.Shape;
import io.polyphony.engine.tensor.Tensor;
import java.util.List;
import org.junit.jupiter.api.Test;

class OptimizerTest {
    private final Tensor values = Device.cpu().allocate(Precision.FLOAT, Shape.of(4));
    private final Tensor gradients = Device.cpu().allocate(Precision.FLOAT, Shape.of(4));
    private final EmbeddingTable table = new EmbeddingTable("words", 5, 2);
    private final Parameters parameters = new Parameters(
            values,
            gradients,
            List.of(new Parameters.Slice("weight", 0, 3, true), new Parameters.Slice("bias", 3, 1, false)),
            List.of(table));

    @Test
    void a_long_gradient_is_clipped_as_a_whole() {
        gradients.write(0, new float[] {3, 0, 0, 0}, 0, 4);
        table.gradient()[table.gradientAt(1)] = 4;
        var optimizer = new Optimizer(parameters, new Adam(0.1), 1);
        assertThat(optimizer.step(0.1)).isCloseTo(5, within(1e-6));
        assertThat(optimizer.memory()[0][0]).isCloseTo(0.1f * 3 / 5, within(1e-6f));
        assertThat(optimizer.tableMemory(0)[0][2]).isCloseTo(0.1f * 4 / 5, within(1e-6f));
    }
}
