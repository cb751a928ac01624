package io.polyphony.backend.testing;

import java.util.Base64;

/** ONNX files to upload. */
public final class OnnxFiles {
    /** A global average pool and a flattening: the mean of each of three channels of 8 x 8 pixels. */
    private static final String MEANS =
            "CAg6kwEKJAoHcGljdHVyZRIGcG9vbGVkIhFHbG9iYWxBdmVyYWdlUG9vbAocCgZwb29sZWQSCWVtYmVkZGluZyIHRmxhdHRlbhIF"
                    + "bWVhbnNaJQoHcGljdHVyZRIaChgIARIUCgYSBHJvd3MKAggDCgIICAoCCAhiHwoJZW1iZWRkaW5nEhIKEAgBEgwKBhIEcm93cwoC"
                    + "CANCBAoAEA0=";

    /** The ids of words gather their rows of a matrix of two columns: the first marks good words, the second bad ones. */
    private static final String WORDS =
            "CAg6qwIKLwoHd2VpZ2h0cwoJaW5wdXRfaWRzEhFsYXN0X2hpZGRlbl9zdGF0ZSIGR2F0aGVyEgV3b3JkcypxCAwIAhABImAAAAAA"
                    + "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAgD8AAAAAAACAPwAAAAAAAIA/AAAAAAAAgD8AAAAAAAAAAAAAgD8AAAAAAACA"
                    + "PwAAAAAAAIA/AAAAAAAAgD9CB3dlaWdodHNaIwoJaW5wdXRfaWRzEhYKFAgHEhAKBhIEcm93cwoGEgRyb3dzWigKDmF0dGVudGlv"
                    + "bl9tYXNrEhYKFAgHEhAKBhIEcm93cwoGEgRyb3dzYi8KEWxhc3RfaGlkZGVuX3N0YXRlEhoKGAgBEhQKBhIEcm93cwoGEgRyb3dz"
                    + "CgIIAkIECgAQDQ==";

    /** The words whose ids {@link #words} reads, line by line. */
    public static final String VOCABULARY = String.join(
            "\n",
            "[PAD]",
            "[UNK]",
            "[CLS]",
            "[SEP]",
            "lovely",
            "perfect",
            "great",
            "soft",
            "awful",
            "torn",
            "cheap",
            "scratchy");

    /** What {@link #channelMeans} reads, as a request says it. */
    public static final String PICTURES = "{\"kind\":\"pictures\",\"size\":8,\"channels\":3}";

    private OnnxFiles() {}

    /** Two numbers of each word of a text. */
    public static byte[] words() {
        return Base64.getDecoder().decode(WORDS);
    }

    /** Three numbers of a picture. */
    public static byte[] channelMeans() {
        return Base64.getDecoder().decode(MEANS);
    }
}
