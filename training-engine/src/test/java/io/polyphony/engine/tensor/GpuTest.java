package io.polyphony.engine.tensor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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

    /** A process that believes to be built for CUDA, as a class of the backend's name is all that the engine looks for. */
    @Test
    void a_build_for_cuda_without_a_usable_gpu_says_so_and_computes_on_the_cpu(@TempDir Path classes)
            throws IOException, InterruptedException {
        var backend = classes.resolve("org/nd4j/linalg/jcublas/JCublasBackend.class");
        Files.createDirectories(backend.getParent());
        Files.write(backend, new byte[0]);
        var path = System.getProperty("java.class.path") + File.pathSeparator + classes;
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var command = List.of(java, "--enable-native-access=ALL-UNNAMED", "-cp", path, BuiltForCuda.class.getName());
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(told).isZero();
        assertThat(told).contains("sum 8.0");
        if (!told.contains("obstacle none")) {
            assertThat(told)
                    .contains("obstacle This build is for CUDA (-Pcuda), but ", "The CPU is used instead. Maybe ")
                    .contains("backend ProcessorBackend");
        }
    }

    /** What the other process does. */
    static final class BuiltForCuda {
        private BuiltForCuda() {}

        public static void main(String[] arguments) {
            var device = Device.cpu();
            var one = device.allocate(Precision.FLOAT, Shape.of(1));
            var sum = device.allocate(Precision.FLOAT, Shape.of(1));
            one.write(0, new float[] {4}, 0, 1);
            device.kernel(Call.of("add", List.of(one, one), List.of(sum))).run();
            System.out.println("obstacle " + Gpu.obstacle().orElse("none"));
            System.out.println("backend " + Nd4j.getBackend().getClass().getSimpleName());
            System.out.println("sum " + sum.floats()[0]);
        }
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
