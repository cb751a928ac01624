package io.polyphony.engine.onednn;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.bytedeco.javacpp.Loader;

/** Calls the library by name. Its shared objects lie in jars, as JavaCPP packs them; its Java classes are not needed. */
final class Native {
    private static final Optional<SymbolLookup> LIBRARY = open();
    private static final Map<String, MethodHandle> HANDLES = new ConcurrentHashMap<>();

    private Native() {}

    /** Whether the library is there and runs on this machine. */
    static boolean present() {
        return LIBRARY.isPresent();
    }

    private static Optional<SymbolLookup> open() {
        try {
            // Only for drivers of graphics cards, but the library does not load without it.
            unpacked("opencl", "libOpenCL.so.1").ifPresent(path -> lookup(path));
            return unpacked("dnnl", "libdnnl.so.3").map(Native::lookup);
        } catch (IOException | IllegalArgumentException | UnsatisfiedLinkError e) {
            return Optional.empty();
        }
    }

    private static SymbolLookup lookup(Path file) {
        return SymbolLookup.libraryLookup(file, Arena.global());
    }

    private static Optional<Path> unpacked(String preset, String name) throws IOException {
        var resource = Native.class
                .getClassLoader()
                .getResource("org/bytedeco/%s/%s/%s".formatted(preset, Loader.getPlatform(), name));
        return resource == null
                ? Optional.empty()
                : Optional.of(Loader.cacheResource(resource).toPath());
    }

    /** A function to be called often. */
    static MethodHandle function(String name, MemoryLayout answer, MemoryLayout... arguments) {
        var address = LIBRARY.orElseThrow().findOrThrow(name);
        return Linker.nativeLinker().downcallHandle(address, FunctionDescriptor.of(answer, arguments));
    }

    /**
     * Calls a function once.
     *
     * @param arguments segments, whole and real numbers, as the function wants them
     * @throws IllegalStateException if the library refuses
     */
    static void call(String name, Object... arguments) {
        var handle = HANDLES.computeIfAbsent(name, _ -> function(name, ValueLayout.JAVA_INT, layouts(arguments)));
        int status;
        try {
            status = (int) handle.invokeWithArguments(arguments);
        } catch (Throwable e) {
            throw new IllegalStateException("oneDNN's %s could not be called.".formatted(name), e);
        }
        require(name, status);
    }

    /** Calls a function that answers nothing. */
    static void run(String name, int argument) {
        var handle = HANDLES.computeIfAbsent(
                name,
                _ -> Linker.nativeLinker()
                        .downcallHandle(
                                LIBRARY.orElseThrow().findOrThrow(name),
                                FunctionDescriptor.ofVoid(ValueLayout.JAVA_INT)));
        try {
            handle.invokeExact(argument);
        } catch (Throwable e) {
            throw new IllegalStateException("oneDNN's %s could not be called.".formatted(name), e);
        }
    }

    static void require(String name, int status) {
        if (status != 0) {
            throw new IllegalStateException("oneDNN's %s answered %d.".formatted(name, status));
        }
    }

    /** The pointer that such a function writes through its first argument. */
    static MemorySegment made(String name, Object... others) {
        try (var arena = Arena.ofConfined()) {
            var place = arena.allocate(ValueLayout.ADDRESS);
            var arguments = new Object[others.length + 1];
            arguments[0] = place;
            System.arraycopy(others, 0, arguments, 1, others.length);
            call(name, arguments);
            return place.get(ValueLayout.ADDRESS, 0);
        }
    }

    private static MemoryLayout[] layouts(Object[] arguments) {
        return Arrays.stream(arguments).map(Native::layout).toArray(MemoryLayout[]::new);
    }

    private static MemoryLayout layout(Object argument) {
        return switch (argument) {
            case MemorySegment _ -> ValueLayout.ADDRESS;
            case Integer _ -> ValueLayout.JAVA_INT;
            case Long _ -> ValueLayout.JAVA_LONG;
            case Float _ -> ValueLayout.JAVA_FLOAT;
            default -> throw new IllegalArgumentException("No C type for %s.".formatted(argument.getClass()));
        };
    }
}
