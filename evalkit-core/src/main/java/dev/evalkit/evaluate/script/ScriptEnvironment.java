package dev.evalkit.evaluate.script;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What a script sees of the environment: little, so that its result depends on little. */
public final class ScriptEnvironment {
    private static final Set<String> ALWAYS = Set.of("PATH", "HOME", "LANG", "TMPDIR", "VIRTUAL_ENV", "SystemRoot");

    private ScriptEnvironment() {}

    /**
     * Selects from the surrounding environment the standard names, everything that begins with {@code EVALKIT_}, and the names that
     * the indicator lists; then adds evalkit's own.
     *
     * @param surrounding the environment of this process
     * @param listed the names that {@code run_script_ref.env} lists
     * @param own what evalkit tells the script; wins over the surrounding
     */
    public static Map<String, String> of(
            Map<String, String> surrounding, Collection<String> listed, Map<String, String> own) {
        Map<String, String> selected = new TreeMap<>();
        surrounding.forEach((name, value) -> {
            if (ALWAYS.contains(name) || name.startsWith("EVALKIT_") || listed.contains(name)) {
                selected.put(name, value);
            }
        });
        selected.putAll(own);
        return selected;
    }
}
