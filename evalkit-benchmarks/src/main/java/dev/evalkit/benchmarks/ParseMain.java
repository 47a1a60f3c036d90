package dev.evalkit.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
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
    public static void main(String[] args) throws IOException {
        run(List.of(args), System.out);
    }

    static void run(List<String> args, PrintStream out) throws IOException {
        ObjectMapper mapper = new ObjectMapper();
        List<Path> files;
        try (Stream<Path> all = Files.list(Path.of(args.get(0)))) {
            files = all.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        }
        long members = 0;
        for (Path file : files) {
            JsonNode document = mapper.readTree(Files.readAllBytes(file));
            members += document.size();
        }
        out.println(files.size() + " documents, " + members + " members");
    }
}
