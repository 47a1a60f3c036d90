package dev.evalkit.report.junit;

import java.util.List;

/**
 * Test cases that belong together.
 *
 * @param name what they are about
 * @param cases the test cases, in order
 */
public record TestSuite(String name, List<TestCase> cases) {
    public TestSuite {
        cases = List.copyOf(cases);
    }

    long count(Class<? extends TestCase.Result> kind) {
        return cases.stream().filter(each -> kind.isInstance(each.result())).count();
    }
}
