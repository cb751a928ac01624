package io.polyphony.backend.trial.rest;

import io.polyphony.backend.common.TrialId;
import io.polyphony.backend.security.CurrentActor;
import io.polyphony.backend.security.Requires;
import io.polyphony.backend.security.Role;
import io.polyphony.backend.trial.AttemptView;
import io.polyphony.backend.trial.TaskDiagnosis;
import io.polyphony.backend.trial.TrialService;
import io.polyphony.backend.trial.TrialView;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/trials")
@RunOnVirtualThread
@Tag(name = "Trials")
class TrialResource {
    private final TrialService trials;
    private final CurrentActor current;

    TrialResource(TrialService trials, CurrentActor current) {
        this.trials = trials;
        this.current = current;
    }

    @GET
    @Path("{id}")
    @Requires(Role.VIEWER)
    @Operation(summary = "One trial")
    public TrialView get(@PathParam("id") TrialId id) {
        return trials.get(current.get(), id);
    }

    @GET
    @Path("{id}/attempts")
    @Requires(Role.VIEWER)
    @Operation(summary = "How often a trial was taken up, and by whom")
    public List<AttemptView> attempts(@PathParam("id") TrialId id) {
        return trials.attempts(current.get(), id);
    }

    @GET
    @Path("{id}/diagnosis")
    @Requires(Role.VIEWER)
    @Operation(
            summary =
                    "Where a completed trial is right and wrong on its validation rows, per task: confusion matrix, ROC, precision-recall and calibration curves, residuals, labels, steps, masks")
    public List<TaskDiagnosis> diagnose(@PathParam("id") TrialId id) {
        return trials.diagnose(current.get(), id);
    }
}
