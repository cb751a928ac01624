package io.polyphony.engine.frozen;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import org.jspecify.annotations.Nullable;

/** The one ONNX Runtime of this process; it reports to nobody. */
final class Runtimes {
    /** Version 1.29 reads the process' command line by a recursion over its letters: a long class path overflows a usual stack. */
    private static final long STACK = 512L << 20;

    private static final class Holder {
        private static final OrtEnvironment ENVIRONMENT = started();
    }

    private Runtimes() {}

    static OrtEnvironment environment() {
        return Holder.ENVIRONMENT;
    }

    private static OrtEnvironment started() {
        var made = new @Nullable OrtEnvironment[1];
        var thread = new Thread(null, () -> made[0] = OrtEnvironment.getEnvironment(), "onnxruntime", STACK);
        thread.start();
        try {
            thread.join();
            var environment = made[0];
            if (environment == null) {
                throw new IllegalStateException("ONNX Runtime cannot be started on this machine.");
            }
            environment.setTelemetry(false);
            return environment;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Somebody interrupted the start of ONNX Runtime.", e);
        } catch (OrtException e) {
            throw new IllegalStateException("ONNX Runtime cannot be kept from reporting.", e);
        }
    }
}
