package io.polyphony.backend.security.rest;

import io.polyphony.backend.common.Malformed;
import io.polyphony.backend.common.TooLarge;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.MediaType;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * What makes two requests the same: path, query and body. Of an upload, which may be too long to read twice, the length stands
 * for the body (a boundary differs each time, but clients make it equally long), and it must be told beforehand.
 */
final class RequestHash {
    private static final int LONGEST_READ = 16 * 1024 * 1024;

    private RequestHash() {}

    static byte[] of(ContainerRequestContext request) {
        var digest = sha256();
        digest.update(request.getUriInfo().getRequestUri().getRawPath().getBytes(StandardCharsets.UTF_8));
        digest.update(String.valueOf(request.getUriInfo().getRequestUri().getRawQuery())
                .getBytes(StandardCharsets.UTF_8));
        digest.update(body(request));
        return digest.digest();
    }

    private static byte[] body(ContainerRequestContext request) {
        var type = request.getMediaType();
        if (type == null || MediaType.APPLICATION_JSON_TYPE.isCompatible(type)) {
            return read(request);
        }
        var length = request.getHeaderString("Content-Length");
        if (length == null) {
            throw new Malformed(
                    "The request has an Idempotency-Key but no Content-Length, so that it could not be told from another.%nMaybe send a file rather than a stream."
                            .formatted());
        }
        return type.getType().equals("text") && Long.parseLong(length) <= LONGEST_READ
                ? read(request)
                : length.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] read(ContainerRequestContext request) {
        try {
            var stream = request.getEntityStream();
            var bytes = stream == null ? new byte[0] : stream.readNBytes(LONGEST_READ + 1);
            if (bytes.length > LONGEST_READ) {
                throw new TooLarge("The body exceeds %d bytes.".formatted(LONGEST_READ));
            }
            request.setEntityStream(new ByteArrayInputStream(bytes));
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException("The body could not be read.", e);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }
}
