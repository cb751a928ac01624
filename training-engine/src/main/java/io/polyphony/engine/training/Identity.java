package io.polyphony.engine.training;

import io.polyphony.engine.network.NetworkSpec;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/** Tells trainings apart, the same in every process: a checkpoint is only good for its own. */
record Identity(NetworkSpec network, TrainingSpec spec, int rows) {

    long value() {
        var sum = new CRC32();
        sum.update((network + " " + spec.unlimited() + " " + rows).getBytes(StandardCharsets.UTF_8));
        return sum.getValue();
    }
}
