package io.polyphony.engine.frozen;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import org.jspecify.annotations.Nullable;

/** The one ONNX Runtime of this process; it reports to nobody. */
final class Runtimes {
    /** Version 1.29 reads the process' command line by a recursion over its letters: a long class path overflows a usual stack. */
    private static final long STACK = 512L << 20;

    private static final class Holder {
        private static final OrtEnvironment ENVIRONMENT = started();
    }

    private Runtimes() {}

    /** Makes something of an open file. */
    @FunctionalInterface
    interface Opening<T> {
        T of(OrtSession session) throws OrtException;
    }

    /** What is made of a file, which must hold all of its weights; it is closed again where nothing is made of it. */
    static <T> T opened(byte[] file, Opening<T> opening) {
        OnnxContent.check(file);
        try (var options = new OrtSession.SessionOptions()) {
            var session = environment().createSession(file, options);
            try {
                return opening.of(session);
            } catch (IllegalArgumentException | OrtException refused) {
                session.close();
                throw refused;
            }
        } catch (OrtException e) {
            throw new IllegalArgumentException(
                    "ONNX Runtime cannot open the file (%s).%nMaybe export it with an older opset."
                            .formatted(e.getMessage()),
                    e);
        }
    }

    static void close(OrtSession session) {
        try {
            session.close();
        } catch (OrtException e) {
            throw new IllegalStateException("ONNX Runtime cannot close a network.", e);
        }
    }

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
