package dev.evalkit.lmarena;

import dev.evalkit.Shown;
import dev.evalkit.lmarena.board.Notices;
import dev.evalkit.lmarena.board.Origin;
import dev.evalkit.lmarena.board.Snapshot;
import dev.evalkit.repository.EvaluationRepository;
import java.util.ArrayList;
import java.util.List;

/** What is said of a pull, in lines for a console. */
public final class PullLines {
    private PullLines() {}

    /** A snapshot in one line: the file, how many rows in how many categories, of which day, under which licence. */
    public static String describe(StoredSnapshot stored, EvaluationRepository repository) {
        Snapshot snapshot = stored.snapshot();
        Origin origin = snapshot.origin();
        int categories = snapshot.categories().size();
        return repository.nameOf(stored.file()) + " (board " + Shown.text(origin.config()) + ", "
                + snapshot.rows().size()
                + (snapshot.rows().size() == 1 ? " row in " : " rows in ") + categories
                + (categories == 1 ? " category" : " categories")
                + (origin.publishDate() == null ? "" : ", published " + origin.publishDate())
                + (origin.license() == null ? "" : ", " + Shown.text(origin.license())) + ")";
    }

    /** What a reader should know of a snapshot, a line each. */
    public static List<String> warnings(Snapshot snapshot) {
        List<String> lines = new ArrayList<>();
        Notices notices = snapshot.notices();
        if (!snapshot.unmatched().isEmpty()) {
            lines.add("Not on the board: " + names(snapshot.unmatched())
                    + "; say in models/aliases.json what the board calls them");
        }
        if (!notices.unknownFields().isEmpty()) {
            lines.add("The source has fields that evalkit does not know: " + names(notices.unknownFields()));
        }
        if (!notices.missingFields().isEmpty()) {
            lines.add("The source has lost fields: " + names(notices.missingFields()));
        }
        if (notices.duplicatesRemoved() > 0) {
            lines.add(notices.duplicatesRemoved() + (notices.duplicatesRemoved() == 1 ? " row repeats" : " rows repeat")
                    + " another and is left out");
        }
        notices.warnings().forEach(warning -> lines.add(Shown.text(warning)));
        return List.copyOf(lines);
    }

    private static String names(List<String> names) {
        return Shown.text(String.join(", ", names));
    }
}
