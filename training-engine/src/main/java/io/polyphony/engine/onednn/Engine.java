package io.polyphony.engine.onednn;

import java.lang.foreign.MemorySegment;

/** The processor as the library knows it. */
public final class Engine {
    private static final int PROCESSOR = 1;
    private static final int IN_ORDER = 1;

    private Engine() {}

    /** Whether the library is there and runs on this machine. */
    public static boolean present() {
        return Native.present();
    }

    /** What the calling thread makes from now on is run by one thread; the library fixes that when it is made. */
    public static void oneThread() {
        Native.run("omp_set_num_threads", 1);
    }

    static MemorySegment handle() {
        return Holder.ENGINE;
    }

    static MemorySegment stream() {
        return Holder.STREAM;
    }

    /** On a processor a stream remembers nothing, so that one is enough for all threads. */
    private static final class Holder {
        static final MemorySegment ENGINE = Native.made("dnnl_engine_create", PROCESSOR, 0L);
        static final MemorySegment STREAM = Native.made("dnnl_stream_create", ENGINE, IN_ORDER);
    }
}
