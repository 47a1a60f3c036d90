package dev.evalkit.validate;

import dev.evalkit.EvalkitException;
import dev.evalkit.Location;
import dev.evalkit.repository.EvaluationRepository;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a Markdown file names: the targets of its links, and the files in its code spans and list items. What stands in fenced code is an example.
 *
 * @param name the file as messages name it
 * @param folder the folder that links are relative to
 * @param text the whole text
 * @param links the targets of links and pictures
 * @param files words that look like the names of JSON files
 */
record MarkdownFile(String name, String folder, String text, List<Mention> links, List<Mention> files) {
    private static final long LARGEST = 4L << 20;
    private static final Pattern LINK = Pattern.compile(
            "\\]\\(\\s*(?:<([^<>\\n]+)>|([^()\\s<>]+(?:\\([^()\\s]*\\)[^()\\s<>]*)?))(?:\\s+[\"'(][^\\n]*)?\\s*\\)");
    private static final Pattern CODE_SPAN = Pattern.compile("(?<!`)`([^`\\n]+)`(?!`)");
    private static final Pattern FILE = Pattern.compile("[A-Za-z0-9._/-]+\\.json");
    private static final Pattern LISTED = Pattern.compile("^\\s*[-*+]\\s+([A-Za-z0-9._/-]+\\.json)(?![A-Za-z0-9._/-])");
    private static final Pattern FENCE = Pattern.compile("^ {0,3}(```+|~~~+).*");

    /**
     * Something that stands in the file.
     *
     * @param target what is named
     * @param place where
     */
    record Mention(String target, Location place) {}

    /** Reads a file of the repository; empty where there is none, or it is no text in UTF-8 of a usual size. */
    static Optional<MarkdownFile> read(EvaluationRepository repository, String name) {
        Path file = repository.root().resolve(name);
        try {
            return Files.isRegularFile(file) && Files.size(file) <= LARGEST
                    ? Optional.of(
                            of(name, new String(Files.readAllBytes(repository.resolve(name)), StandardCharsets.UTF_8)))
                    : Optional.empty();
        } catch (IOException e) {
            throw new EvalkitException(Location.of(name), "cannot be read: " + e.getMessage(), e);
        }
    }

    private static MarkdownFile of(String name, String text) {
        List<Mention> links = new ArrayList<>();
        List<Mention> files = new ArrayList<>();
        String fence = "";
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            Matcher border = FENCE.matcher(line);
            if (border.matches() && (fence.isEmpty() || line.strip().startsWith(fence))) {
                fence = fence.isEmpty() ? border.group(1) : "";
            } else if (fence.isEmpty()) {
                String withoutCode = CODE_SPAN
                        .matcher(line)
                        .replaceAll(span -> " ".repeat(span.group().length()));
                collect(name, number, LINK.matcher(withoutCode), links);
                collect(name, number, CODE_SPAN.matcher(line), files);
                collect(name, number, LISTED.matcher(withoutCode), files);
            }
        }
        files.removeIf(each -> !FILE.matcher(each.target()).matches());
        int last = name.lastIndexOf('/');
        return new MarkdownFile(name, last < 0 ? "" : name.substring(0, last), text, links, files);
    }

    private static void collect(String name, int line, Matcher matcher, List<Mention> mentions) {
        while (matcher.find()) {
            int group = matcher.group(1) == null ? 2 : 1;
            mentions.add(new Mention(matcher.group(group), new Location(name, line, matcher.start(group) + 1)));
        }
    }
}
