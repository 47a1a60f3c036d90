package dev.evalkit.report.junit;

import dev.evalkit.report.junit.TestCase.Failed;
import dev.evalkit.report.junit.TestCase.Passed;
import dev.evalkit.report.junit.TestCase.Skipped;
import dev.evalkit.report.markup.Element;
import dev.evalkit.report.markup.Markup;
import java.util.List;

/** Test suites as the XML that Ant's JUnit task began and Jenkins, GitLab and others read. Times are 0: equal results give equal bytes. */
public final class JUnitXml {
    private JUnitXml() {}

    /** The document. */
    public static String of(List<TestSuite> suites) {
        Element root = Element.of("testsuites")
                .attribute("name", "evalkit")
                .attribute(
                        "tests",
                        suites.stream().mapToLong(suite -> suite.cases().size()).sum())
                .attribute(
                        "failures",
                        suites.stream()
                                .mapToLong(suite -> suite.count(Failed.class))
                                .sum())
                .attribute("errors", 0)
                .attribute(
                        "skipped",
                        suites.stream()
                                .mapToLong(suite -> suite.count(Skipped.class))
                                .sum());
        suites.forEach(suite -> root.text("\n").add(element(suite)));
        return Markup.xmlDocument(root.text("\n"));
    }

    private static Element element(TestSuite suite) {
        Element element = Element.of("testsuite")
                .attribute("name", suite.name())
                .attribute("tests", suite.cases().size())
                .attribute("failures", suite.count(Failed.class))
                .attribute("errors", 0)
                .attribute("skipped", suite.count(Skipped.class))
                .attribute("time", 0);
        suite.cases().forEach(each -> element.text("\n  ").add(element(each)));
        return element.text("\n");
    }

    private static Element element(TestCase test) {
        Element element = Element.of("testcase")
                .attribute("classname", test.group())
                .attribute("name", test.name())
                .attribute("time", 0);
        if (test.result() instanceof Failed failed) {
            element.add(Element.of("failure", failed.details())
                    .attribute("message", failed.message())
                    .attribute("type", failed.type()));
        } else if (test.result() instanceof Skipped skipped) {
            element.add(Element.of("skipped").attribute("message", skipped.message()));
        } else if (test.result() instanceof Passed passed && !passed.output().isEmpty()) {
            element.add(Element.of("system-out", passed.output()));
        }
        return element;
    }
}
