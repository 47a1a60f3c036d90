package dev.evalkit.evaluate.score;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Numbers texts in the order of their first occurrence: a hash table that allocates nothing for a text that it knows. */
final class TextCodes {
    private static final int FIRST_CAPACITY = 64;

    private final List<String> texts = new ArrayList<>();
    private @Nullable String[] keys = new String[FIRST_CAPACITY];
    private int[] codes = new int[FIRST_CAPACITY];

    /**
     * The code of a text, a new one where it is new. Readers hand out one instance for repeated values, so that one look nearly always does.
     */
    @SuppressWarnings("ReferenceEquality")
    int code(String text) {
        int slot = spread(text.hashCode()) & (keys.length - 1);
        return keys[slot] == text ? codes[slot] : codeFrom(slot, text);
    }

    private int codeFrom(int first, String text) {
        int mask = keys.length - 1;
        int slot = first;
        while (true) {
            String key = keys[slot];
            if (key == null) {
                return put(text, slot);
            }
            if (key.equals(text)) {
                return codes[slot];
            }
            slot = (slot + 1) & mask;
        }
    }

    /** The texts by code. */
    List<String> texts() {
        return texts;
    }

    private int put(String text, int slot) {
        int code = texts.size();
        texts.add(text);
        keys[slot] = text;
        codes[slot] = code;
        if (texts.size() * 2 > keys.length) {
            grow();
        }
        return code;
    }

    private void grow() {
        int capacity = keys.length * 2;
        @Nullable String[] newKeys = new String[capacity];
        int[] newCodes = new int[capacity];
        Arrays.fill(newCodes, -1);
        for (int code = 0; code < texts.size(); code++) {
            String text = texts.get(code);
            int slot = spread(text.hashCode()) & (capacity - 1);
            while (newKeys[slot] != null) {
                slot = (slot + 1) & (capacity - 1);
            }
            newKeys[slot] = text;
            newCodes[slot] = code;
        }
        keys = newKeys;
        codes = newCodes;
    }

    private static int spread(int hash) {
        return hash ^ (hash >>> 16);
    }
}
