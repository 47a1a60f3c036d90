package dev.evalkit.io;

import java.util.Locale;
import java.util.Set;

/** Names that Windows keeps for devices. They are avoided everywhere, so that a repository can be checked out there. */
final class WindowsNames {
    private static final Set<String> DEVICES = Set.of("con", "prn", "aux", "nul");

    private WindowsNames() {}

    /** Whether a file name stands for a device, with or without an extension. */
    static boolean isReserved(String name) {
        int dot = name.indexOf('.');
        String stem = (dot < 0 ? name : name.substring(0, dot)).strip().toLowerCase(Locale.ROOT);
        boolean numbered = stem.length() == 4
                && (stem.startsWith("com") || stem.startsWith("lpt"))
                && Character.isDigit(stem.charAt(3));
        return numbered || DEVICES.contains(stem);
    }
}
