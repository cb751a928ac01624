package io.polyphony.engine.training;

import io.polyphony.engine.data.TaskLabels;
import io.polyphony.engine.export.Weights;
import io.polyphony.engine.loss.TaskLoss;
import io.polyphony.engine.program.Parameters;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * What a training is given beside its rows and labels.
 *
 * @param start weights of the same network to go on from, with nothing learned beside the tasks; null: drawn by the seed
 * @param held weights of the start that are zero and stay so
 * @param taught a teacher's answers, by task; tasks that are left out learn from labels alone
 */
public record Guidance(@Nullable Weights start, Held held, Map<String, Taught> taught) {
    /** Drawn weights, all of which move, and labels. */
    public static final Guidance NONE = new Guidance(null, Held.NOTHING, Map.of());

    public Guidance {
        taught = Collections.unmodifiableMap(new LinkedHashMap<>(taught));
        if (start == null && held.count() > 0) {
            throw new IllegalArgumentException(
                    "Weights (%d) are to stay zero, but there are none to start from.\nMaybe give a trained model's."
                            .formatted(held.count()));
        }
    }

    /** A training that goes on from the weights of a model. */
    public static Guidance from(Weights start) {
        return new Guidance(start, Held.NOTHING, Map.of());
    }

    /** The same with weights that become zero and stay so. */
    public Guidance holding(Held zeros) {
        return new Guidance(start, zeros, taught);
    }

    /** A training by a teacher. */
    public static Guidance by(Map<String, Taught> taught) {
        return new Guidance(null, Held.NOTHING, taught);
    }

    /** The labels that a task learns from. */
    TaskLabels labels(TaskLabels labels) {
        var teacher = taught.get(labels.task());
        return teacher == null ? labels : teacher.beside(labels);
    }

    /** The loss that goes with them. */
    TaskLoss loss(TaskLoss plain, TaskLabels labels) {
        var teacher = taught.get(labels.task());
        return teacher == null ? plain : teacher.loss(plain, labels);
    }

    /**
     * Puts the first weights, if any are given, into a program.
     *
     * @throws IllegalArgumentException if they belong to another network
     */
    void begin(Parameters parameters) {
        if (start != null) {
            held.zeroed(start).writeTo(parameters);
        }
    }

    /** Tells trainings of one specification apart; 0 without guidance. */
    long identity() {
        long begun =
                start == null ? 0 : 31L * Arrays.hashCode(start.dense()) + Objects.hash(held.dense(), held.tables());
        var sum = new CRC32();
        taught.forEach((task, teacher) -> sum.update(
                Arrays.hashCode(teacher.targets().values()) ^ task.hashCode() ^ Double.hashCode(teacher.share())));
        return begun + sum.getValue();
    }
}
