package io.polyphony.backend.trial;

import io.polyphony.backend.common.ExperimentId;
import java.util.Collection;
import java.util.List;

/** Who is alive, by the database's clock. Within the caller's transaction. */
public interface Liveness {
    /** Says that these attempts are being run, and answers how they stand. */
    List<Standing> alive(Collection<Attempt> attempts);

    /** The running trials of an experiment, with the time since their process was last heard of. */
    List<Sighting> running(ExperimentId experiment);
}
