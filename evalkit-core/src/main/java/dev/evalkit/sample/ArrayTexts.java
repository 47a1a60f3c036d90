package dev.evalkit.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The elements of an array that {@link JsonScanner} has accepted, as texts. */
final class ArrayTexts {
    private ArrayTexts() {}

    /** The texts of the array whose bracket stands at the position; empty if an element has none. */
    static Optional<List<String>> of(byte[] bytes, int bracket) {
        JsonScanner scanner = new JsonScanner(true, 0, new Fault());
        scanner.over(bytes);
        Cells element = new Cells(1);
        element.over(bytes);
        List<String> texts = new ArrayList<>();
        int p = scanner.space(bracket + 1);
        while (bytes[p] != ']') {
            if (bytes[p] == '{' || bytes[p] == '[' || bytes[p] == 'n') {
                return Optional.empty();
            }
            int end = scanner.value(p, 0);
            element.setValue(0, p, end, scanner.takeEscaped());
            texts.add(Texts.decode(element, 0));
            p = scanner.space(end);
            if (bytes[p] == ',') {
                p = scanner.space(p + 1);
            }
        }
        return Optional.of(List.copyOf(texts));
    }
}
