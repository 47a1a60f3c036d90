import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An indicator of one's own: the expected calibration error (Naeini, Cooper and Hauskrecht 2015) over ten bins of equal width.
 *
 * <p>evalkit runs this file, and takes the one result item that it prints.
 */
public final class CalibrationError {
    private static final Pattern ANSWER =
            Pattern.compile("\"label\": \"([^\"]*)\", \"prediction\": \"([^\"]*)\", \"confidence\": ([0-9.]+)");
    private static final int BINS = 10;

    public static void main(String[] args) throws IOException {
        double[] confidence = new double[BINS];
        int[] right = new int[BINS];
        int answers = 0;
        for (String line : Files.readAllLines(Path.of(args[0]))) {
            Matcher answer = ANSWER.matcher(line);
            if (!answer.find()) {
                throw new IOException("Not an answer: " + line);
            }
            double sure = Double.parseDouble(answer.group(3));
            int bin = Math.min((int) (sure * BINS), BINS - 1);
            confidence[bin] += sure;
            right[bin] += answer.group(1).equals(answer.group(2)) ? 1 : 0;
            answers++;
        }
        double error = 0;
        for (int bin = 0; bin < BINS; bin++) {
            error += Math.abs(confidence[bin] - right[bin]) / answers;
        }
        System.out.printf(
                Locale.ROOT,
                "{\"metric_id\": \"calibration_error\", \"value\": %.6f, \"ci\": null, \"samples_used\": %d, \"meta\": {\"bins\": %d}}%n",
                error, answers, BINS);
    }

    private CalibrationError() {}
}
