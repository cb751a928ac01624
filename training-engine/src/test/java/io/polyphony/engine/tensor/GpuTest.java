package io.polyphony.engine.tensor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.cpu.nativecpu.CpuBackend;
import org.nd4j.linalg.factory.Nd4j;

/** On which processor the engine runs, and what it says where that is not the one of the build. */
class GpuTest {
    @Test
    void each_obstacle_is_told_with_its_cure() {
        assertThat(Gpu.obstacle(Gpu.Finding.NO_DRIVER).orElseThrow())
                .contains("libcuda", "The CPU is used instead", "Maybe install it");
        assertThat(Gpu.obstacle(new Gpu.Finding(true, 0, 0)).orElseThrow()).contains("no graphics processor");
        assertThat(Gpu.obstacle(new Gpu.Finding(true, 1, 90)).orElseThrow())
                .contains("compute capability 9.0", "3.7 to 8.6");
        assertThat(Gpu.obstacle(new Gpu.Finding(true, 1, 35)).orElseThrow()).contains("3.5");
        assertThat(Gpu.obstacle(new Gpu.Finding(true, 2, 37))).isEmpty();
        assertThat(Gpu.obstacle(new Gpu.Finding(true, 1, 86))).isEmpty();
    }

    /** Whatever the build and the machine: a sum is a sum, and only a usable GPU is used. */
    @Test
    void the_engine_runs_on_what_is_there() {
        var device = Device.cpu();
        boolean usable = Gpu.isBuiltIn() && Gpu.obstacle().isEmpty();
        assertThat(Nd4j.getBackend() instanceof CpuBackend).isEqualTo(!usable);
        assertThat(Nd4j.getBackend() instanceof ProcessorBackend).isEqualTo(Gpu.isBuiltIn() && !usable);
        var one = device.allocate(Precision.FLOAT, Shape.of(2, 2));
        var sum = device.allocate(Precision.FLOAT, Shape.of(2, 2));
        one.write(0, new float[] {1, 2, 3, 4}, 0, 4);
        device.kernel(Call.of("add", List.of(one, one), List.of(sum))).run();
        assertThat(sum.floats()).containsExactly(2, 4, 6, 8);
    }
}
