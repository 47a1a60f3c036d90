package dev.evalkit.evaluate.score;

import java.util.List;

/** Which parts a row is in: those of a slice column, or the one of a score column of texts. */
interface Membership {

    /** How many parts there are. */
    int parts();

    /** How many parts a row is in. */
    int count(int row);

    /** One of them. */
    int part(int row, int index);

    static Membership of(ScoreTable table, String column) {
        if (table.sliceColumns().contains(column)) {
            TagColumn tags = table.slice(column);
            return new Membership() {
                @Override
                public int parts() {
                    return tags.texts().size();
                }

                @Override
                public int count(int row) {
                    return tags.count(row);
                }

                @Override
                public int part(int row, int index) {
                    return tags.code(row, index);
                }
            };
        }
        TextColumn texts = table.texts(column);
        List<String> values = texts.texts();
        return new Membership() {
            @Override
            public int parts() {
                return values.size();
            }

            @Override
            public int count(int row) {
                return texts.code(row) == TextColumn.MISSING ? 0 : 1;
            }

            @Override
            public int part(int row, int index) {
                return texts.code(row);
            }
        };
    }
}
