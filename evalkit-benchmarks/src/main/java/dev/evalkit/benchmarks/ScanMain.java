package dev.evalkit.benchmarks;

import dev.evalkit.scan.ScanResult;
import dev.evalkit.scan.Scanner;
import dev.evalkit.scan.rule.RuleSet;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;

/** Scans a folder by a file of rules, as a whole process: what {@code evalkit:scan} does, to be measured beside ripgrep. */
public final class ScanMain {
    private ScanMain() {}

    /** The program. */
    public static void main(String[] args) {
        run(List.of(args), System.out);
    }

    static void run(List<String> args, PrintStream out) {
        Path rules = Path.of(args.get(1));
        ScanResult result = Scanner.of(RuleSet.read(rules, rules.toString())).scan(Path.of(args.get(0)));
        out.println(
                result.findings().size() + " findings in " + result.files() + " files, " + result.bytes() + " bytes");
    }
}
