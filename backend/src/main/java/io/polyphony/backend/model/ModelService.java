package io.polyphony.backend.model;

import com.fasterxml.jackson.databind.JsonNode;
import io.polyphony.backend.common.ExperimentId;
import io.polyphony.backend.common.ModelId;
import io.polyphony.backend.common.Page;
import io.polyphony.backend.common.PageRequest;
import io.polyphony.backend.common.ProjectId;
import io.polyphony.backend.common.TrialId;
import io.polyphony.backend.security.Actor;
import io.polyphony.engine.explanation.Question;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Promotes trials to models, and asks models. */
public interface ModelService {
    /** Most rows of one request for predictions. */
    int MAX_ROWS = 1000;

    /**
     * Promotes a completed trial: opens the sealed test split for it, once, and logs that look. Promoting it again answers
     * the same model. Needs the role runner.
     *
     * @param name null: named after the experiment and the trial's number
     * @throws io.polyphony.backend.common.Conflict when the trial is a referee, is not completed or its weights are gone
     */
    ModelView promote(Actor actor, TrialId trial, @Nullable String name);

    /**
     * Promotes an ensemble of the experiment's best trials, which are weighted task by task on the validation rows: opens
     * the sealed test split for it, once, and logs that look. As long as no better trials appear, promoting again answers
     * the same model. Needs the role runner.
     *
     * @param name null: named after the experiment
     * @param how its weights are found
     * @throws io.polyphony.backend.common.Conflict when no trial is completed
     */
    ModelView promoteEnsemble(Actor actor, ExperimentId experiment, @Nullable String name, Combination how);

    /** Newest first. */
    Page<ModelView> list(Actor actor, @Nullable ProjectId project, PageRequest page);

    ModelView get(Actor actor, ModelId id);

    /** The model of a trial, if it was promoted. */
    Optional<ModelView> ofTrial(Actor actor, TrialId trial);

    /** The model as a file that any JVM loads and asks. The download is logged. */
    ModelFile file(Actor actor, ModelId id);

    /**
     * What the model's answers rest on: which columns and inputs each task needs, on validation rows. It is computed when it
     * is first asked for, which takes up to a minute, and kept.
     */
    ExplanationView explanation(Actor actor, ModelId id);

    /**
     * What the model says about these rows.
     *
     * @param rows cells by column: numbers and texts as such, images and audio as base64 of the file; missing cells may be
     *     null or left out
     * @param thresholds from which probability on it says yes, for this time, by task and by class or label; what is left out
     *     stays as the model has it
     * @return per row, by task
     * @throws io.polyphony.backend.common.Invalid with a JSON pointer per wrong cell or threshold
     */
    List<Map<String, Prediction>> predict(
            Actor actor, ModelId id, List<Map<String, JsonNode>> rows, Map<String, Map<String, Double>> thresholds);

    /**
     * Moves the model's operating points for everybody who asks it from now on. The change is logged. Needs the role runner.
     *
     * @param thresholds above 0 and below 1, by task and by class or label; what is left out stays
     * @throws io.polyphony.backend.common.Invalid with a JSON pointer per wrong threshold
     */
    ModelView decide(Actor actor, ModelId id, Map<String, Map<String, Double>> thresholds);

    /**
     * What the sealed test rows said of the model: intervals, curves, confusion. It was measured when the model was promoted,
     * so that reading it is no further look.
     *
     * @throws io.polyphony.backend.common.NotFound for models from before this was kept
     */
    Evaluation evaluation(Actor actor, ModelId id);

    /**
     * Whether one of two models of an experiment is better by more than chance, on the sealed test rows: a logged look at
     * them. Needs the role runner.
     */
    ModelDifference compare(Actor actor, ModelId first, ModelId second);

    /**
     * Why the model answers for one row as it does, by integrated gradients. Takes seconds.
     *
     * @param rows one row, or the last steps of time of a forecast
     * @throws io.polyphony.backend.common.Invalid if a cell is wrong, or there is no such task or output
     */
    RowReason explain(Actor actor, ModelId id, List<Map<String, JsonNode>> rows, Question question);
}
