package io.polyphony.backend.dataset.table;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The names of classes whose numbers a Parquet file holds, where it was written by Hugging Face's {@code datasets}: its
 * metadata say {@code {"info": {"features": {"label": {"names": ["cat", "dog"], "_type": "ClassLabel"}}}}}, and of lists of
 * labels the same within {@code feature}.
 */
final class ParquetClasses {
    private static final String KEY = "huggingface";
    private static final ObjectMapper JSON = new ObjectMapper();

    private ParquetClasses() {}

    /** The names of classes by column; notes that cannot be read say nothing. */
    static Map<String, List<String>> of(Map<String, String> metadata) {
        var found = new HashMap<String, List<String>>();
        try {
            var features =
                    JSON.readTree(metadata.getOrDefault(KEY, "{}")).path("info").path("features");
            for (var feature : features.properties()) {
                var names = names(feature.getValue());
                if (!names.isEmpty()) {
                    found.put(feature.getKey(), names);
                }
            }
        } catch (JsonProcessingException unreadable) {
            return Map.of();
        }
        return found;
    }

    private static List<String> names(JsonNode feature) {
        var label = feature.has("feature") ? feature.path("feature") : feature;
        var names = new ArrayList<String>();
        if (label.path("_type").asText().equals("ClassLabel")) {
            label.path("names").forEach(name -> names.add(name.asText()));
        }
        return names;
    }
}
