package dev.evalkit.evaluate.script;

import dev.evalkit.EvalkitException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The command line that runs a script; never a shell's line, so that no argument is ever interpreted.
 *
 * @param argv the program and its arguments
 */
public record ScriptCommand(List<String> argv) {
    public ScriptCommand {
        argv = List.copyOf(argv);
    }

    /**
     * Chooses the interpreter by the file's ending: {@code .py}, {@code .js} (node), {@code .java} (the running JDK's single-file
     * launcher), {@code .sh} (run directly where it has its run bit, by {@code sh} where not), and any other file by its run bit.
     *
     * @param script the script as an absolute path
     * @param arguments what it is called with
     * @param python the Python interpreter
     * @throws EvalkitException if there is no such file, or nothing says how to run it
     */
    public static ScriptCommand of(Path script, List<String> arguments, String python) {
        if (!Files.isRegularFile(script)) {
            throw new EvalkitException("There is no script " + script
                    + "; correct run_script_ref.script, which is a path inside the repository");
        }
        List<String> argv = new ArrayList<>(interpreter(script, python));
        argv.add(script.toString());
        argv.addAll(arguments);
        return new ScriptCommand(argv);
    }

    private static List<String> interpreter(Path script, String python) {
        String name = script.getFileName().toString().toLowerCase(Locale.ROOT);
        return switch (name.substring(name.lastIndexOf('.') + 1)) {
            case "py" -> List.of(python);
            case "js" -> List.of("node");
            case "java" ->
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString());
            case "sh" -> Files.isExecutable(script) ? List.of() : List.of("sh");
            default -> {
                if (!Files.isExecutable(script)) {
                    throw new EvalkitException(
                            script
                                    + ": cannot tell how to run this file; give it its run bit (chmod +x), or one of the endings .py, .sh, .js, .java");
                }
                yield List.of();
            }
        };
    }
}
