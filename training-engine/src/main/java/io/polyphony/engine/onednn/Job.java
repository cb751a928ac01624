package io.polyphony.engine.onednn;

import java.lang.foreign.Arena;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.ArrayList;
import java.util.List;

/** A recipe with its memory: runs in less than a microsecond more than the work itself, and allocates nothing. */
public final class Job implements AutoCloseable {
    private static final MethodHandle EXECUTE = Native.function(
            "dnnl_primitive_execute",
            ValueLayout.JAVA_INT,
            ValueLayout.ADDRESS,
            ValueLayout.ADDRESS,
            ValueLayout.JAVA_INT,
            ValueLayout.ADDRESS);
    private static final long ARGUMENT = 16;
    private final MemorySegment primitive;
    private final MemorySegment arguments;
    private final int count;
    private final List<MemorySegment> memories = new ArrayList<>();

    /** What the memory is to the operation. */
    public enum Role {
        SOURCE(1),
        SECOND_SOURCE(2),
        RESULT(17),
        WEIGHTS(33),
        BIAS(41),
        SOURCE_GRADIENT(129),
        RESULT_GRADIENT(145),
        WEIGHTS_GRADIENT(161),
        BIAS_GRADIENT(169),
        MEAN(49),
        VARIANCE(50),
        SCALE(51),
        SHIFT(52),
        WORKSPACE(64),
        SCALE_GRADIENT(255),
        SHIFT_GRADIENT(256),
        /** The numbers that the second of a product's {@link Extras} adds. */
        EXTRA(2 * 32768 | 2);

        private final int code;

        Role(int code) {
            this.code = code;
        }
    }

    /**
     * Memory in a role.
     *
     * @param memory must outlive the job
     */
    public record Use(Role role, Layout layout, MemorySegment memory) {}

    public Job(Recipe recipe, Use... uses) {
        primitive = Native.made("dnnl_primitive_create", recipe.handle());
        count = uses.length;
        arguments = Arena.ofAuto()
                .allocate(MemoryLayout.sequenceLayout(count * ARGUMENT, ValueLayout.JAVA_BYTE)
                        .withByteAlignment(8));
        for (int i = 0; i < count; i++) {
            var memory =
                    Native.made("dnnl_memory_create", uses[i].layout().handle(), Engine.handle(), uses[i].memory());
            memories.add(memory);
            arguments.set(ValueLayout.JAVA_INT, i * ARGUMENT, uses[i].role().code);
            arguments.set(ValueLayout.ADDRESS, i * ARGUMENT + 8, memory);
        }
    }

    public void run() {
        int status;
        try {
            status = (int) EXECUTE.invokeExact(primitive, Engine.stream(), count, arguments);
        } catch (Throwable e) {
            throw new IllegalStateException("oneDNN could not be run.", e);
        }
        if (status != 0) {
            Native.require("dnnl_primitive_execute", status);
        }
    }

    @Override
    public void close() {
        memories.forEach(memory -> Native.call("dnnl_memory_destroy", memory));
        Native.call("dnnl_primitive_destroy", primitive);
    }
}
