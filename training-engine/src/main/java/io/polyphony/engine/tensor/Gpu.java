package io.polyphony.engine.tensor;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.SymbolLookup;
import java.util.Optional;

/**
 * Whether ND4J's CUDA backend, which a build with {@code -Pcuda} has beside the usual one, can run here. Asked of NVIDIA's
 * driver itself before ND4J starts: on a graphics processor that it has no code for, ND4J would start and then fail.
 */
final class Gpu {
    private static final String BACKEND = "org.nd4j.linalg.jcublas.JCublasBackend";
    /** CU_DEVICE_ATTRIBUTE_COMPUTE_CAPABILITY_MAJOR and _MINOR of the driver's interface. */
    private static final int MAJOR = 75;

    private static final int MINOR = 76;
    /** What nd4j-cuda 1.0.0-M2.1 has code for, times ten. */
    private static final int OLDEST = 37;

    private static final int NEWEST = 86;
    private static final boolean BUILT_IN = builtIn();
    private static final Optional<String> OBSTACLE = BUILT_IN ? obstacle(look()) : Optional.empty();

    private Gpu() {}

    /**
     * What the driver says.
     *
     * @param driver whether its library is there and answers
     * @param devices how many graphics processors there are
     * @param capability of the first one, times ten: 86 is 8.6; 0 without one
     */
    record Finding(boolean driver, int devices, int capability) {
        static final Finding NO_DRIVER = new Finding(false, 0, 0);
    }

    /** Whether this is a build with the CUDA backend. */
    static boolean isBuiltIn() {
        return BUILT_IN;
    }

    /** Why the CUDA backend of this build cannot run here, and what does instead; empty where it can, or is not built in. */
    static Optional<String> obstacle() {
        return OBSTACLE;
    }

    static Optional<String> obstacle(Finding found) {
        if (!found.driver()) {
            return told("NVIDIA's driver (libcuda) was not found", "install it");
        }
        if (found.devices() == 0) {
            return told("the driver knows no graphics processor", "look whether nvidia-smi lists one");
        }
        if (found.capability() < OLDEST || found.capability() > NEWEST) {
            return told(
                    "the graphics processor has compute capability %s, but ND4J's library has code for %s to %s only"
                            .formatted(version(found.capability()), version(OLDEST), version(NEWEST)),
                    "use another one");
        }
        return Optional.empty();
    }

    private static Optional<String> told(String why, String cure) {
        return Optional.of(
                "This build is for CUDA (-Pcuda), but %s. The CPU is used instead. Maybe %s.".formatted(why, cure));
    }

    private static String version(int capability) {
        return capability / 10 + "." + capability % 10;
    }

    private static boolean builtIn() {
        return Gpu.class.getClassLoader().getResource(BACKEND.replace('.', '/') + ".class") != null;
    }

    private static Finding look() {
        try (var arena = Arena.ofConfined()) {
            var file = System.getProperty("os.name", "").startsWith("Windows") ? "nvcuda" : "libcuda.so.1";
            return ask(SymbolLookup.libraryLookup(file, arena), arena);
        } catch (IllegalArgumentException missing) {
            return Finding.NO_DRIVER;
        }
    }

    private static Finding ask(SymbolLookup driver, Arena arena) {
        var answer = arena.allocate(JAVA_INT);
        if (call(driver, "cuInit", FunctionDescriptor.of(JAVA_INT, JAVA_INT), 0) != 0) {
            return new Finding(true, 0, 0);
        }
        call(driver, "cuDeviceGetCount", FunctionDescriptor.of(JAVA_INT, ADDRESS), answer);
        int devices = answer.get(JAVA_INT, 0);
        if (devices == 0) {
            return new Finding(true, 0, 0);
        }
        var asks = FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT, JAVA_INT);
        call(driver, "cuDeviceGetAttribute", asks, answer, MAJOR, 0);
        int major = answer.get(JAVA_INT, 0);
        call(driver, "cuDeviceGetAttribute", asks, answer, MINOR, 0);
        return new Finding(true, devices, 10 * major + answer.get(JAVA_INT, 0));
    }

    /** The driver's answer; 0 for success. */
    private static int call(SymbolLookup driver, String name, FunctionDescriptor type, Object... arguments) {
        try {
            var function = Linker.nativeLinker().downcallHandle(driver.findOrThrow(name), type);
            return (int) function.invokeWithArguments(arguments);
        } catch (Throwable failure) {
            throw new IllegalStateException("The driver's function (%s) cannot be called.".formatted(name), failure);
        }
    }
}
