package dev.evalkit.schema;

import com.networknt.schema.Error;
import com.networknt.schema.ExecutionConfig;
import com.networknt.schema.ExecutionContext;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;

/**
 * A validation that keeps no more errors than anybody would read: a document of half a million empty items would otherwise leave millions of them, each larger than
 * what it is about.
 *
 * <p>The library collects errors list by list, one for each alternative that it tries. Whether a list is empty decides, so that each may lose what is beyond the most.
 */
final class BoundedErrors extends ExecutionContext {
    static final int MOST = 10_000;

    BoundedErrors(ExecutionConfig config) {
        super(config);
        setErrors(new ArrayList<>());
    }

    @Override
    public void setErrors(List<Error> errors) {
        super.setErrors(errors instanceof Kept ? errors : new Kept(errors));
    }

    /** A view of a list that lets it grow so far only. */
    private static final class Kept extends AbstractList<Error> {
        private final List<Error> errors;

        Kept(List<Error> errors) {
            this.errors = errors;
        }

        @Override
        public void add(int index, Error error) {
            if (errors.size() < MOST) {
                errors.add(index, error);
            }
        }

        @Override
        public boolean add(Error error) {
            return errors.size() < MOST && errors.add(error);
        }

        @Override
        public Error get(int index) {
            return errors.get(index);
        }

        @Override
        public Error remove(int index) {
            return errors.remove(index);
        }

        @Override
        public int size() {
            return errors.size();
        }
    }
}
