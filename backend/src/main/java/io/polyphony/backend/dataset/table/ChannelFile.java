package io.polyphony.backend.dataset.table;

import dev.hardwood.InputFile;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * A Parquet file on disk, read piece by piece. The library itself would map it into memory, where a file that becomes shorter
 * while it is read ends the whole process.
 */
final class ChannelFile implements InputFile {
    private final Path path;
    private @Nullable FileChannel channel;

    ChannelFile(Path path) {
        this.path = path;
    }

    @Override
    public void open() throws IOException {
        if (channel == null) {
            channel = FileChannel.open(path, StandardOpenOption.READ);
        }
    }

    @Override
    public ByteBuffer readRange(long start, int length) throws IOException {
        var bytes = ByteBuffer.allocate(length);
        while (bytes.hasRemaining()) {
            if (opened().read(bytes, start + bytes.position()) < 0) {
                throw new EOFException("of %d bytes at %d there are %d".formatted(length, start, bytes.position()));
            }
        }
        return bytes.flip();
    }

    private FileChannel opened() {
        if (channel == null) {
            throw new IllegalStateException("The file (%s) was not opened.".formatted(path));
        }
        return channel;
    }

    @Override
    public long length() throws IOException {
        return opened().size();
    }

    @Override
    public String name() {
        return String.valueOf(path.getFileName());
    }

    @Override
    public void close() throws IOException {
        if (channel != null) {
            channel.close();
        }
    }
}
