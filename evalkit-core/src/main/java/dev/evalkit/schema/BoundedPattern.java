package dev.evalkit.schema;

import com.networknt.schema.regex.RegularExpression;
import com.networknt.schema.regex.RegularExpressions;
import dev.evalkit.EvalkitException;
import dev.evalkit.Location;
import dev.evalkit.Shown;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * A schema's regular expression that gives up before it takes for ever.
 *
 * <p>Backtracking shows as characters being looked at again and again, so the looks are counted. A pattern that recurses too deeply for the
 * stack is reported in the same way.
 */
final class BoundedPattern implements RegularExpression {
    private static final long LOOKS = 1_000_000;
    private static final long LOOKS_PER_CHARACTER = 100;

    private final String schema;
    private final String source;
    private final Pattern pattern;
    private final double power;
    private final PatternBudget budget;

    /**
     * @param schema the schema as messages name it
     * @param budget what all patterns of the schema share while a document is validated
     * @throws EvalkitException if the pattern is none
     */
    BoundedPattern(String schema, String source, PatternBudget budget) {
        this.schema = schema;
        this.source = source;
        this.budget = budget;
        this.power = source.contains("(")
                ? Double.POSITIVE_INFINITY
                : 1 + source.chars().filter(each -> "*+?{".indexOf(each) >= 0).count();
        try {
            this.pattern = Pattern.compile(RegularExpressions.replaceLongformCharacterProperties(
                    RegularExpressions.replaceDollarAnchors(source)));
        } catch (PatternSyntaxException e) {
            throw new EvalkitException(
                    Location.of(schema),
                    "found the pattern " + Shown.quoted(source) + ", expected a regular expression: "
                            + e.getDescription(),
                    e);
        }
    }

    @Override
    public boolean matches(String value) {
        // Without groups each repetition can at worst begin anew at every character, for each way that those before it
        // went.
        double most = Math.pow(value.length() + 1.0, power);
        if (most <= LOOKS && budget.reserve(most)) {
            return pattern.matcher(value).find();
        }
        Looks looks = new Looks(value.length());
        boolean isWithin;
        boolean found;
        try {
            found = pattern.matcher(new Counted(value, 0, value.length(), looks))
                    .find();
            isWithin = budget.take(looks.taken);
        } catch (TooManyLooksException | StackOverflowError e) {
            throw new EvalkitException(
                    Location.of(schema),
                    "the pattern " + Shown.quoted(source) + " takes too long on a string of " + value.length()
                            + " characters; rewrite it without nested repetition",
                    e);
        }
        if (!isWithin) {
            throw new EvalkitException(
                    Location.of(schema),
                    "its patterns take too long on this document; rewrite " + Shown.quoted(source)
                            + " without nested repetition");
        }
        return found;
    }

    private static final class TooManyLooksException extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private static final class Looks {
        private final long most;
        private long taken;

        Looks(int length) {
            this.most = LOOKS + LOOKS_PER_CHARACTER * length;
        }

        void take() {
            if (++taken > most) {
                throw new TooManyLooksException();
            }
        }
    }

    private record Counted(String text, int from, int to, Looks looks) implements CharSequence {
        @Override
        public int length() {
            return to - from;
        }

        @Override
        public char charAt(int index) {
            looks.take();
            return text.charAt(from + index);
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return new Counted(text, from + start, from + end, looks);
        }

        @Override
        public String toString() {
            return text.substring(from, to);
        }
    }
}
