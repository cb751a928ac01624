package io.polyphony.backend.dataset.importing;

import io.polyphony.backend.common.FieldProblem;
import io.polyphony.backend.dataset.ImportRefused;
import io.polyphony.backend.dataset.archive.CocoTable;
import io.polyphony.backend.dataset.archive.FolderTable;
import io.polyphony.backend.dataset.archive.MaskTable;
import io.polyphony.backend.dataset.archive.MediaFiles;
import io.polyphony.backend.dataset.archive.Unread;
import io.polyphony.backend.dataset.archive.UploadArchive;
import io.polyphony.backend.dataset.archive.VocTable;
import io.polyphony.backend.dataset.archive.YoloTable;
import io.polyphony.backend.dataset.media.ImageInspector;
import io.polyphony.backend.dataset.media.MediaFault;
import io.polyphony.backend.dataset.table.RowSource;
import java.io.IOException;

/** What an archive without a table says by its folders, or by annotations of boxes. */
final class ArchiveTables {
    private ArchiveTables() {}

    /** @throws io.polyphony.backend.dataset.ImportRefused when that is nothing that is read */
    static RowSource of(String name, UploadArchive archive) throws IOException {
        var paths = archive.paths();
        var boxes = CocoTable.of(name, paths, archive::source);
        if (boxes.isPresent()) {
            return NamedFiles.of(boxes.get(), new MediaFiles(archive, ""));
        }
        var corners = VocTable.of(name, paths, archive::source);
        if (corners.isPresent()) {
            return corners.get();
        }
        var shares = YoloTable.of(name, paths, archive::source, path -> size(archive, path));
        if (shares.isPresent()) {
            return shares.get();
        }
        var masks = MaskTable.of(name, paths, path -> hasFewLevels(archive, path));
        if (masks.isPresent()) {
            return masks.get();
        }
        var folders = FolderTable.of(name, paths);
        Unread.refuseTables(name, paths);
        if (folders.ofTexts()) {
            return TextFiles.of(folders, archive, new MediaFiles(archive, ""));
        }
        Unread.refuseNotes(name, paths, folders.classes());
        return folders;
    }

    private static int[] size(UploadArchive archive, String path) throws IOException {
        try {
            return ImageInspector.size(archive.bytes(path));
        } catch (MediaFault damaged) {
            throw new ImportRefused(
                    FieldProblem.in(path, null, null, "The file is refused: %s.".formatted(damaged.getMessage())));
        }
    }

    private static boolean hasFewLevels(UploadArchive archive, String path) {
        try {
            return ImageInspector.inspect(archive.bytes(path)).levels().length > 0;
        } catch (IOException | MediaFault damaged) {
            return false;
        }
    }
}
