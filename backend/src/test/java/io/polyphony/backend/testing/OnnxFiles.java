package io.polyphony.backend.testing;

import java.util.Base64;

/** ONNX files to upload. */
public final class OnnxFiles {
    /** A global average pool and a flattening: the mean of each of three channels of 8 x 8 pixels. */
    private static final String MEANS =
            "CAg6kwEKJAoHcGljdHVyZRIGcG9vbGVkIhFHbG9iYWxBdmVyYWdlUG9vbAocCgZwb29sZWQSCWVtYmVkZGluZyIHRmxhdHRlbhIF"
                    + "bWVhbnNaJQoHcGljdHVyZRIaChgIARIUCgYSBHJvd3MKAggDCgIICAoCCAhiHwoJZW1iZWRkaW5nEhIKEAgBEgwKBhIEcm93cwoC"
                    + "CANCBAoAEA0=";

    /** What {@link #channelMeans} reads, as a request says it. */
    public static final String PICTURES = "{\"kind\":\"pictures\",\"size\":8,\"channels\":3}";

    private OnnxFiles() {}

    /** Three numbers of a picture. */
    public static byte[] channelMeans() {
        return Base64.getDecoder().decode(MEANS);
    }
}
