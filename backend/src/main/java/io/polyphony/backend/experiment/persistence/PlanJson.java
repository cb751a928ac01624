package io.polyphony.backend.experiment.persistence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.polyphony.backend.dataset.SplitSpec;
import io.polyphony.backend.experiment.ExperimentObjective;
import io.polyphony.backend.experiment.ExperimentPlan;
import io.polyphony.backend.experiment.RefereePlan;
import io.polyphony.backend.experiment.SearchChoices;
import io.polyphony.backend.experiment.WarmStart;
import io.polyphony.engine.data.InputSpec;
import io.polyphony.hpo.space.Assignment;
import io.polyphony.hpo.space.SearchSpace;
import io.polyphony.hpo.space.SpaceJson;
import java.util.ArrayList;
import java.util.List;

/** A plan as JSON and back. The search space and its assignments are written by the search's own hand. */
final class PlanJson {
    private static final ObjectMapper MAPPER = JsonMapper.builder().build();

    private PlanJson() {}

    static String write(ExperimentPlan plan) {
        try {
            ObjectNode node = MAPPER.createObjectNode();
            node.set("inputs", MAPPER.valueToTree(plan.inputs()));
            node.set("split", MAPPER.valueToTree(plan.split()));
            node.set("objectives", MAPPER.valueToTree(plan.objectives()));
            node.set("search", MAPPER.valueToTree(plan.search()));
            node.set("space", MAPPER.readTree(SpaceJson.write(plan.space())));
            ArrayNode first = node.putArray("first");
            for (Assignment assignment : plan.first()) {
                first.add(MAPPER.readTree(SpaceJson.write(assignment)));
            }
            node.set("warm", MAPPER.valueToTree(plan.warm()));
            node.set("referees", MAPPER.valueToTree(plan.referees()));
            node.set("cautions", MAPPER.valueToTree(plan.cautions()));
            return MAPPER.writeValueAsString(node);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The plan (%s) cannot be written as JSON.".formatted(plan), e);
        }
    }

    /** Plans made before there was such a thing have none. */
    private static <T> List<T> list(JsonNode node, TypeReference<List<T>> type) {
        return node.isMissingNode() ? List.of() : MAPPER.convertValue(node, type);
    }

    static ExperimentPlan read(String json) {
        try {
            JsonNode node = MAPPER.readTree(json);
            SearchSpace space = SpaceJson.readSpace(node.get("space").toString());
            var first = new ArrayList<Assignment>();
            node.get("first").forEach(each -> first.add(SpaceJson.readAssignment(space, each.toString())));
            return new ExperimentPlan(
                    MAPPER.convertValue(node.get("inputs"), new TypeReference<List<InputSpec>>() {}),
                    MAPPER.treeToValue(node.get("split"), SplitSpec.class),
                    list(node.path("objectives"), new TypeReference<List<ExperimentObjective>>() {}),
                    MAPPER.treeToValue(node.get("search"), SearchChoices.class),
                    space,
                    first,
                    list(node.path("warm"), new TypeReference<List<WarmStart>>() {}),
                    MAPPER.convertValue(node.get("referees"), new TypeReference<List<RefereePlan>>() {}),
                    list(node.path("cautions"), new TypeReference<List<String>>() {}));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(
                    "A stored plan cannot be read. Maybe a newer version of Polyphony wrote it.", e);
        }
    }
}
