package dev.evalkit.json;

/** JSON pointers (RFC 6901): {@code ""} is the document, {@code /a/0} the first element of what stands under {@code a}. */
public final class JsonPointers {

    private JsonPointers() {}

    /** The pointer to a member of what a pointer names. */
    public static String child(String pointer, String name) {
        return pointer + "/" + name.replace("~", "~0").replace("/", "~1");
    }

    /** The pointer to an element of what a pointer names, counted from 0. */
    public static String child(String pointer, int index) {
        return pointer + "/" + index;
    }

    /** The pointer to what holds the value that a pointer names; the document's own stays what it is. */
    static String parent(String pointer) {
        return pointer.substring(0, Math.max(pointer.lastIndexOf('/'), 0));
    }
}
