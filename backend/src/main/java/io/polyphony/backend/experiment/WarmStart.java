package io.polyphony.backend.experiment;

import io.polyphony.backend.common.ExperimentId;
import java.util.List;

/**
 * One of an experiment's first trials that comes from an earlier experiment of the project.
 *
 * @param place of its assignment among the plan's first ones, from 0
 * @param experiment where it did well
 * @param name the name of that experiment when this one was created
 * @param trial the number of the trial there
 * @param serves the names of the earlier experiments for which it promises more than those before it
 */
public record WarmStart(int place, ExperimentId experiment, String name, int trial, List<String> serves) {
    public WarmStart {
        serves = List.copyOf(serves);
    }
}
