package io.polyphony.backend.comparison;

import io.polyphony.backend.common.ExperimentId;
import io.polyphony.backend.security.Actor;
import java.util.List;

/** Looks closer at what an experiment's trials say. */
public interface AnalysisService {
    /** One objective over one parameter. */
    Slice slice(Actor actor, ExperimentId experiment, String objective, String parameter);

    /** One objective over two parameters; a conflict below 10 completed trials. */
    Contour contour(Actor actor, ExperimentId experiment, String objective, String first, String second);

    /** What ran when and where, in the order in which it began: the newest 2000 attempts. */
    List<TrialRun> timeline(Actor actor, ExperimentId experiment);

    /** The completed trials in the order of a preference. */
    Recommendation recommend(Actor actor, ExperimentId experiment, Preference preference);

    /** Whether sharing and fusing help, task by task. Takes seconds where it was not asked before. */
    List<Verdict> verdicts(Actor actor, ExperimentId experiment);
}
