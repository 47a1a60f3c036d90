package dev.evalkit.lmarena.board;

import java.util.List;

/**
 * Which part of a board was asked for.
 *
 * @param models the models, by the repository's ids or the board's names; empty for all
 * @param categories the categories; empty for all
 */
public record Selection(List<String> models, List<String> categories) {

    /** All of it. */
    public static final Selection ALL = new Selection(List.of(), List.of());

    public Selection {
        models = List.copyOf(models);
        categories = List.copyOf(categories);
    }
}
