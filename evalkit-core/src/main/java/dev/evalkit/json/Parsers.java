package dev.evalkit.json;

import dev.evalkit.EvalkitException;
import dev.evalkit.Location;
import dev.evalkit.Shown;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamContext;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;

/** The library's parser: set up, and its complaints put into our words. */
final class Parsers {
    private static final JsonLimits DEFAULT = JsonLimits.withDefaults();
    private static final JsonFactory WITH_DEFAULTS = factory(DEFAULT);
    private static final JsonLimits STREAMS = JsonLimits.forStreams();
    private static final JsonFactory FOR_STREAMS = factory(STREAMS);

    private Parsers() {}

    static JsonParser create(StrictUtf8Reader in, JsonLimits limits) {
        JsonFactory factory =
                limits.equals(DEFAULT) ? WITH_DEFAULTS : limits.equals(STREAMS) ? FOR_STREAMS : factory(limits);
        return factory.createParser(ObjectReadContext.empty(), in);
    }

    private static JsonFactory factory(JsonLimits limits) {
        return JsonFactory.builder()
                .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(limits.depth())
                        .maxTokenCount(limits.tokens() == Long.MAX_VALUE ? -1 : limits.tokens())
                        .maxStringLength(limits.stringLength())
                        .maxNameLength(limits.nameLength())
                        .maxNumberLength(limits.numberLength())
                        .build())
                .build();
    }

    static Location location(String name, TokenStreamLocation at) {
        return new Location(name, Math.max(at.getLineNr(), 1), Math.max(at.getColumnNr(), 1));
    }

    static boolean fitsLong(JsonParser parser) {
        return parser.getNumberType() != JsonParser.NumberType.BIG_INTEGER;
    }

    /** What the library threw, as our exception. */
    static EvalkitException failure(String name, JsonParser parser, JacksonException e) {
        TokenStreamLocation known = e.getLocation();
        Location at = location(name, known == null ? parser.currentLocation() : known);
        if (e.getCause() instanceof RefusedInputException refused) {
            return new EvalkitException(location(name, parser.currentLocation()), refused.reason(), e);
        }
        if (e.getCause() instanceof IOException cause) {
            return Sources.unreadable(name, cause);
        }
        if (e instanceof StreamConstraintsException beyond) {
            return beyondLimits(at, beyond);
        }
        return new EvalkitException(at, "not JSON: " + Complaints.plain(e.getOriginalMessage()), e);
    }

    /** What is longer, deeper or more than the limits allow. */
    static EvalkitException beyondLimits(Location at, StreamConstraintsException e) {
        return new EvalkitException(at, "more than is read here: " + Complaints.plain(e.getOriginalMessage()), e);
    }

    /** "x" must be a string, found the number 3. */
    static String mismatch(JsonParser parser, @Nullable JsonToken found, String expected) {
        TokenStreamContext context = parser.streamReadContext();
        String shown = shown(parser, found);
        if (found == null || found == JsonToken.PROPERTY_NAME || found.isStructEnd()) {
            return "found " + shown + ", expected " + expected;
        }
        TokenStreamContext holder = found.isStructStart() ? context.getParent() : context;
        String subject = holder.inRoot()
                ? "the document"
                : holder.inObject()
                        ? Shown.quoted(String.valueOf(holder.currentName()))
                        : "element " + (holder.getCurrentIndex() + 1);
        return subject + " must be " + expected + ", found " + shown;
    }

    private static String shown(JsonParser parser, @Nullable JsonToken found) {
        if (found == null) {
            return "the end of the document";
        }
        return switch (found) {
            case START_OBJECT -> "an object";
            case END_OBJECT -> "the end of the object";
            case START_ARRAY -> "an array";
            case END_ARRAY -> "the end of the array";
            case PROPERTY_NAME -> "the name " + Shown.quoted(parser.currentName());
            case VALUE_STRING -> "the string " + Shown.quoted(parser.getString());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> "the number " + Shown.shortened(parser.getString());
            default -> parser.getString();
        };
    }
}
