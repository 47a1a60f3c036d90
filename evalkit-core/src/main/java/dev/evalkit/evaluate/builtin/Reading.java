package dev.evalkit.evaluate.builtin;

import dev.evalkit.sample.BadSampleException;
import dev.evalkit.sample.Sample;

/** How evaluators read what may be missing. */
final class Reading {
    private Reading() {}

    /** A text that must be there. */
    static String required(Sample sample, int column, String what) {
        if (sample.isMissing(column)) {
            throw new BadSampleException(column, "nothing", what);
        }
        return sample.text(column);
    }

    /** A number that must be there. */
    static double requiredNumber(Sample sample, int column, String what) {
        if (sample.isMissing(column)) {
            throw new BadSampleException(column, "nothing", what);
        }
        return sample.number(column);
    }

    /** A yes or no that must be there. */
    static boolean requiredFlag(Sample sample, int column, String what) {
        if (sample.isMissing(column)) {
            throw new BadSampleException(column, "nothing", what);
        }
        return sample.flag(column);
    }

    /** A number as it stands in messages: whole ones without a point. */
    static String shown(double number) {
        return number == Math.rint(number) && Math.abs(number) < 1e15
                ? Long.toString((long) number)
                : Double.toString(number);
    }
}
