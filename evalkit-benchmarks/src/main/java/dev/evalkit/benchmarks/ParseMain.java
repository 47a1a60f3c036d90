package dev.evalkit.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Reads every document of a folder into a tree with Jackson, and does nothing with it: {@code FOLDER}. */
public final class ParseMain {
    private ParseMain() {}

    /** The program. */
    public static void main(String[] args) {
        run(List.of(args), System.out);
    }

    static void run(List<String> args, PrintStream out) {
        ObjectMapper mapper = new ObjectMapper();
        long members = 0;
        List<Path> files;
        try (Stream<Path> all = Files.list(Path.of(args.get(0)))) {
            files = all.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
            for (Path file : files) {
                JsonNode document = mapper.readTree(Files.readAllBytes(file));
                members += document.size();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        out.println(files.size() + " documents, " + members + " members");
    }
}
