/**
 * Running an indicator's own script: a command line, a cleared environment, a deadline, capped output.
 *
 * <p>{@link dev.evalkit.evaluate.script.ScriptCommand} chooses the interpreter, {@link dev.evalkit.evaluate.script.ScriptEnvironment}
 * what the script sees, {@link dev.evalkit.evaluate.script.ScriptProcess} runs it and kills what is left over. What the output
 * means is the runner's business. Scripts are trusted like the build itself; nothing here is a sandbox.
 */
@NullMarked
package dev.evalkit.evaluate.script;

import org.jspecify.annotations.NullMarked;
