import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The "model" of this example: a small program that sorts support tickets by what they are about and drafts a first reply.
 *
 * <p>{@code java TicketRouter.java <version> <tickets.csv> <answers.jsonl>} — it stands in for whatever answers in your project: a
 * service, a script, another harness. evalkit only reads the file of answers that it leaves behind.
 */
public final class TicketRouter {
    private static final int TRIES = 5;
    private static final Pattern ROW = Pattern.compile("([^,]*),([^,]*),\"([^\"]*)\",([^,]*)");

    public static void main(String[] args) throws IOException {
        Router router = new Router(args[0]);
        StringBuilder answers = new StringBuilder();
        List<String> lines = Files.readAllLines(Path.of(args[1]));
        List<String> rows = lines.subList(1, lines.size());
        rows.forEach(router::answer); // As in a service that has been up for a while: the first answers are slow.
        for (String row : rows) {
            Matcher ticket = ROW.matcher(row);
            if (!ticket.matches()) {
                throw new IOException("Not a ticket: " + row);
            }
            Answer answer = router.answer(ticket.group(3));
            double latency = fastest(router, ticket.group(3));
            answers.append(String.format(
                    Locale.ROOT,
                    "{\"id\": \"%s\", \"channel\": \"%s\", \"label\": \"%s\", \"prediction\": \"%s\", \"confidence\": %.4f, \"rude\": %b,"
                            + " \"latency_ms\": %.4f}\n",
                    ticket.group(1), ticket.group(2), ticket.group(4), answer.intent, answer.confidence, answer.rude, latency));
        }
        Path target = Path.of(args[2]);
        Files.createDirectories(target.toAbsolutePath().getParent());
        Files.writeString(target, answers);
    }

    /** The time of the fastest of several tries in ms, so that the example says little about what else its machine is doing. */
    private static double fastest(Router router, String text) {
        long best = Long.MAX_VALUE;
        for (int i = 0; i < TRIES; i++) {
            long start = System.nanoTime();
            router.answer(text);
            best = Math.min(best, System.nanoTime() - start);
        }
        return best / 1e6;
    }

    record Answer(String intent, double confidence, boolean rude) {}

    /** Counts the words that speak for each intent. */
    static final class Router {
        private final Map<String, List<String>> words = new LinkedHashMap<>();
        private final boolean folds;
        private final boolean blunt;

        Router(String version) {
            words.put("billing", new ArrayList<>(List.of("charged", "invoice", "fee", "bill", "payment", "card")));
            words.put("shipping", new ArrayList<>(List.of("parcel", "delivery", "tracking", "ship", "package", "courier")));
            words.put("returns", new ArrayList<>(List.of("return", "send back", "broken", "exchange", "fit")));
            words.put("account", new ArrayList<>(List.of("log in", "password", "e-mail", "account", "profile")));
            switch (version) {
                case "ticket-router-1" -> {}
                case "ticket-router-2" -> {
                    words.get("billing").addAll(List.of("receipt", "discount", "debited"));
                    words.get("shipping").addAll(List.of("address", "delivered"));
                    words.get("returns").addAll(List.of("stopped working", "wrong colour", "sending the"));
                    words.get("account").addAll(List.of("signs me out", "two-factor"));
                }
                // A release candidate that somebody simplified: no more folding of case, no more words for returns, shorter replies.
                case "ticket-router-3-rc1" -> words.put("returns", List.of("return"));
                default -> throw new IllegalArgumentException("Unknown version: " + version);
            }
            this.folds = !version.endsWith("rc1");
            this.blunt = version.endsWith("rc1");
        }

        Answer answer(String text) {
            String read = folds ? text.toLowerCase(Locale.ROOT) : text;
            String best = "other";
            int most = 0;
            int all = 0;
            for (Map.Entry<String, List<String>> intent : words.entrySet()) {
                int hits = (int) intent.getValue().stream().filter(read::contains).count();
                all += hits;
                if (hits > most) {
                    most = hits;
                    best = intent.getKey();
                }
            }
            double confidence = (most + 1.0) / (all + 1.2);
            return new Answer(best, Math.min(confidence, 1), rude(reply(best, text)));
        }

        private String reply(String intent, String text) {
            if (blunt && text.contains("unhappy")) {
                return "Calm down. Your ticket is in " + intent + ".";
            }
            return "Thank you for writing. Our " + intent + " team will answer today.";
        }

        private static boolean rude(String reply) {
            return reply.startsWith("Calm down");
        }
    }

    private TicketRouter() {}
}
