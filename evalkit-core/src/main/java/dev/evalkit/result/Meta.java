package dev.evalkit.result;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * The {@code meta} object of a result item: named values, kept in the order in which they were given, unknown names included.
 *
 * <p>Values are plain: {@link String}, {@link Boolean}, {@link Long} ({@link java.math.BigInteger} where it does not fit), finite {@link
 * Double}, {@link List}, {@link Map}, or null. Immutable.
 */
public final class Meta {
    public static final String MODEL = "model";
    public static final String SCENARIO = "scenario";
    public static final String DATASET = "dataset";
    public static final String SLICE = "slice";
    public static final String UNIT = "unit";
    public static final String HIGHER_IS_BETTER = "higher_is_better";
    public static final String STD_ERROR = "std_error";
    public static final String CI_LEVEL = "ci_level";
    public static final String CI_METHOD = "ci_method";
    public static final String METHOD = "method";
    public static final String CLUSTERS = "clusters";
    public static final String SEED = "seed";
    public static final String WARNINGS = "warnings";
    public static final String SCORES_REF = "scores_ref";
    public static final String EVALUATOR = "evaluator";
    public static final String INPUTS = "inputs";
    public static final String DATASET_SHA256 = "dataset_sha256";

    /** No values at all. */
    public static final Meta EMPTY = new Meta(CompactMap.EMPTY, ItemScope.NONE);

    private final CompactMap values;
    private final ItemScope scope;

    private Meta(CompactMap values, ItemScope scope) {
        this.values = values;
        this.scope = scope;
    }

    /**
     * The given values, copied with all that is in them.
     *
     * @throws IllegalArgumentException if a value is not plain, or a number is not finite
     */
    public static Meta of(Map<String, ? extends @Nullable Object> values) {
        if (values.isEmpty()) {
            return EMPTY;
        }
        CompactMap copy = CompactMap.copyOf(values);
        return new Meta(copy, ItemScope.of(copy));
    }

    /** Names and values in turn, which nobody else changes; an equal scope met before is shared. */
    static Meta owning(@Nullable Object[] namesAndValues, Recent<ItemScope> scopes) {
        if (namesAndValues.length == 0) {
            return EMPTY;
        }
        CompactMap values = CompactMap.owning(namesAndValues);
        return new Meta(values, scopes.same(ItemScope.of(values)));
    }

    /** These values with one added or replaced. */
    public Meta with(String name, Object value) {
        Map<String, @Nullable Object> copy = new LinkedHashMap<>(values);
        copy.put(name, value);
        return of(copy);
    }

    /** All values, unmodifiable, in order. */
    public Map<String, @Nullable Object> asMap() {
        return values;
    }

    /** The value of that name, if it is present and not null. */
    public Optional<Object> get(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /** The value of that name where it is a string. */
    public Optional<String> text(String name) {
        return values.get(name) instanceof String text ? Optional.of(text) : Optional.empty();
    }

    /** The value of that name where it is a number. */
    public OptionalDouble number(String name) {
        return values.get(name) instanceof Number number
                ? OptionalDouble.of(number.doubleValue())
                : OptionalDouble.empty();
    }

    /** The value of that name where it is true or false. */
    public Optional<Boolean> flag(String name) {
        return values.get(name) instanceof Boolean flag ? Optional.of(flag) : Optional.empty();
    }

    /** The strings of the list of that name; empty where it is absent. */
    public List<String> texts(String name) {
        List<String> texts = new ArrayList<>();
        if (values.get(name) instanceof List<?> list) {
            list.forEach(element -> texts.add(String.valueOf(element)));
        }
        return List.copyOf(texts);
    }

    /** The slice that the item belongs to, values as strings, unmodifiable; empty for all samples. */
    public SortedMap<String, String> slice() {
        return scope.slice();
    }

    /** What sets the item apart from others of its metric. */
    public ItemScope scope() {
        return scope;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other || (other instanceof Meta meta && values.equals(meta.values));
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    @Override
    public String toString() {
        return values.toString();
    }
}
