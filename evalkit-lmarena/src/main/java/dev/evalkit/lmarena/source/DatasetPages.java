package dev.evalkit.lmarena.source;

import dev.evalkit.Shown;
import dev.evalkit.io.Digests;
import dev.evalkit.lmarena.http.Answer;
import dev.evalkit.lmarena.source.BoardException.Kind;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Pages of one query, gathered until all are there, and refused where they do not belong together. Used by one thread. */
final class DatasetPages {
    /** The header that says which revision of the data set an answer is of. */
    static final String REVISION = "x-revision";

    /** A board has some ten thousand rows at most. */
    private static final long MOST_ROWS = 200_000;

    private final Optional<String> revision;
    private final boolean areContiguous;
    private final List<DatasetPage.Row> rows = new ArrayList<>();
    private final Set<Long> indices = new HashSet<>();
    private final ByteArrayOutputStream received = new ByteArrayOutputStream();
    private Map<String, String> types = Map.of();
    private long total = -1;

    /**
     * No pages yet.
     *
     * @param first the answer that came before the pages: they are to be of its revision
     * @param areContiguous whether rows come in the order of their indices without gaps
     */
    DatasetPages(Answer first, boolean areContiguous) {
        this.revision = first.header(REVISION);
        this.areContiguous = areContiguous;
    }

    /**
     * Adds the next page.
     *
     * @throws BoardException if it does not belong to the others, or is not whole
     */
    void add(Answer answer) {
        DatasetPage page = DatasetPage.of(answer.document().object());
        String source = Shown.text(answer.uri().toString());
        checkRevision(source, answer.header(REVISION));
        if (total < 0) {
            begin(source, page);
        } else if (page.total() != total) {
            throw mixed(source, "this page counts " + page.total() + " rows in all, the first one " + total);
        } else if (!page.types().equals(types)) {
            throw mixed(source, "this page has other fields than the first one");
        }
        long expected = Math.min(DatasetQuery.PAGE, total - rows.size());
        if (page.rows().size() != expected) {
            throw new BoardException(
                    Kind.PARTIAL,
                    source,
                    "found " + page.rows().size() + " rows on this page, expected " + expected + " (" + rows.size()
                            + " of " + total + " were there before); try again");
        }
        page.rows().forEach(row -> add(source, row));
        page.rows().forEach(row -> indices.add(row.index()));
        byte[] body = answer.body();
        received.write(body, 0, body.length);
    }

    private void begin(String source, DatasetPage page) {
        DatasetFields.check(source, page.types());
        if (page.total() > MOST_ROWS) {
            throw new BoardException(
                    Kind.FORM,
                    source,
                    "the board counts " + page.total() + " rows, more than the " + MOST_ROWS
                            + " that make sense; name a category");
        }
        total = page.total();
        types = page.types();
    }

    /** A row that stands twice on one page is for the reader of rows to judge; one of an earlier page tells that the board moved in between. */
    private void add(String source, DatasetPage.Row row) {
        boolean isInPlace = areContiguous ? row.index() == rows.size() : !indices.contains(row.index());
        if (!isInPlace) {
            throw mixed(
                    source,
                    areContiguous
                            ? "found row " + row.index() + " where row " + rows.size() + " was expected"
                            : "row " + row.index() + " stood on an earlier page");
        }
        rows.add(row);
    }

    private void checkRevision(String source, Optional<String> found) {
        if (!found.equals(revision)) {
            throw mixed(
                    source,
                    "this page is of the revision " + Shown.text(found.orElse("(none stated)"))
                            + ", what came before of " + Shown.text(revision.orElse("(none stated)")));
        }
    }

    private static BoardException mixed(String source, String what) {
        return new BoardException(Kind.MIXED, source, what + "; the board is being renewed: try again later");
    }

    boolean areComplete() {
        return total >= 0 && rows.size() >= total;
    }

    long size() {
        return rows.size();
    }

    long total() {
        return Math.max(0, total);
    }

    Map<String, String> types() {
        return types;
    }

    List<DatasetPage.Row> rows() {
        return Collections.unmodifiableList(rows);
    }

    Optional<String> revision() {
        return revision;
    }

    /** The digest of all bodies, one after the other. */
    String sha256() {
        return Digests.sha256(received.toByteArray());
    }
}
