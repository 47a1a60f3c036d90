package dev.evalkit.robustness;

/**
 * A file that nobody should be able to do harm with.
 *
 * @param name what is wrong with it
 * @param content what stands in it
 */
record Hostile(String name, Content content) {
    static Hostile text(String name, String text) {
        return new Hostile(name, Content.of(text));
    }

    static Hostile bytes(String name, byte[] bytes) {
        return new Hostile(name, Content.of(bytes));
    }

    @Override
    public String toString() {
        return name;
    }
}
