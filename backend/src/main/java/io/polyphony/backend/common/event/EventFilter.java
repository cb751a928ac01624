package io.polyphony.backend.common.event;

import io.polyphony.backend.common.ExperimentId;
import io.polyphony.backend.common.ProjectId;
import io.polyphony.backend.common.TrialId;

/** Which events a reader wants. Whether it may see them is for the caller to check first. */
public sealed interface EventFilter {
    /** Whether the event is wanted. */
    boolean accepts(Event event);

    /** Every event of the instance. */
    record All() implements EventFilter {
        @Override
        public boolean accepts(Event event) {
            return true;
        }
    }

    /** Every event of one project. */
    record OfProject(ProjectId project) implements EventFilter {
        @Override
        public boolean accepts(Event event) {
            return project.equals(event.project());
        }
    }

    /** Every event of one experiment and its trials. */
    record OfExperiment(ExperimentId experiment) implements EventFilter {
        @Override
        public boolean accepts(Event event) {
            return experiment.equals(event.experiment());
        }
    }

    /** Every event of one trial. */
    record OfTrial(TrialId trial) implements EventFilter {
        @Override
        public boolean accepts(Event event) {
            return trial.equals(event.trial());
        }
    }
}
