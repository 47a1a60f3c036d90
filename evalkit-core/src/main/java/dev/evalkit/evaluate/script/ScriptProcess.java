package dev.evalkit.evaluate.script;

import dev.evalkit.EvalkitException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** One run of a script, from its start to the end of everything that it started. */
public final class ScriptProcess {
    /** The most that standard output may hold: results, not data. */
    public static final int OUTPUT_CAP = 64 << 20;

    private static final int ERROR_CAP = 1 << 20;
    private static final long POLL_MILLIS = 20;
    private static final int SHOWN_LINES = 10;

    private ScriptProcess() {}

    /**
     * Runs a command with empty standard input and waits until it has ended and closed its output.
     *
     * @param command what to run
     * @param folder the working folder
     * @param environment the whole environment
     * @param timeout the deadline for everything; after it the process tree is killed
     * @return what it printed to standard output
     * @throws EvalkitException if it cannot be started, does not end in time, prints too much, or ends with a status other than
     *     0; the message holds the last lines that it printed to standard error
     */
    public static byte[] run(ScriptCommand command, Path folder, Map<String, String> environment, Duration timeout) {
        Process process = start(command, folder, environment);
        Set<ProcessHandle> family = new LinkedHashSet<>();
        try {
            return await(process, family, timeout);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EvalkitException("Interrupted while " + command.argv() + " was running", e);
        } finally {
            family.forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    private static Process start(ScriptCommand command, Path folder, Map<String, String> environment) {
        ProcessBuilder builder = new ProcessBuilder(command.argv()).directory(folder.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        try {
            Process process = builder.start();
            process.getOutputStream().close();
            return process;
        } catch (IOException e) {
            throw new EvalkitException(
                    "Cannot start " + command.argv().get(0) + ": " + e.getMessage()
                            + "; is it installed and on the PATH? (-Devalkit.python names another Python)",
                    e);
        }
    }

    private static byte[] await(Process process, Set<ProcessHandle> family, Duration timeout)
            throws InterruptedException {
        CappedDrain output = new CappedDrain(process.getInputStream(), OUTPUT_CAP, "evalkit-script-output");
        CappedDrain errors = new CappedDrain(process.getErrorStream(), ERROR_CAP, "evalkit-script-errors");
        long deadline = System.nanoTime() + timeout.toNanos();
        // A child that outlives its parent is found only while the parent lives: look again and again.
        boolean ended = false;
        while (!ended && System.nanoTime() < deadline) {
            process.descendants().forEach(family::add);
            ended = process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS);
        }
        boolean closed = ended && output.await(millisTo(deadline)) && errors.await(millisTo(deadline));
        if (!closed) {
            String what =
                    ended ? "ended, but a process that it started still holds its output open" : "was still running";
            throw new EvalkitException("The script " + what + " after " + timeout.toSeconds()
                    + " s, and was killed; make it faster, or raise run_script_ref.timeout_seconds" + tail(errors));
        }
        if (process.exitValue() != 0) {
            throw new EvalkitException("The script ended with status " + process.exitValue() + tail(errors));
        }
        if (output.overflowed()) {
            throw new EvalkitException("The script printed more than " + (OUTPUT_CAP >> 20)
                    + " MiB to standard output, which is for result items alone" + tail(errors));
        }
        output.failure().ifPresent(e -> {
            throw new EvalkitException("Cannot read what the script printed: " + e.getMessage(), e);
        });
        return output.bytes();
    }

    private static long millisTo(long deadline) {
        return TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
    }

    private static String tail(CappedDrain errors) {
        List<String> lines = new String(errors.bytes(), StandardCharsets.UTF_8)
                .strip()
                .lines()
                .toList();
        if (lines.isEmpty() || lines.get(0).isEmpty()) {
            return "; it printed nothing to standard error";
        }
        List<String> last = lines.subList(Math.max(0, lines.size() - SHOWN_LINES), lines.size());
        return "; its standard error ends with:\n    " + String.join("\n    ", last);
    }
}
