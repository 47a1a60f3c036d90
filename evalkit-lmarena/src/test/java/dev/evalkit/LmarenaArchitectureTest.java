package dev.evalkit;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Holds the second picture in ARCHITECTURE.md. */
class LmarenaArchitectureTest {
    private static final JavaClasses MODULE = new ClassFileImporter().importPath(Path.of("target/classes"));

    /** Package → what it may use besides the JDK, the root package and itself. */
    private static final Map<String, List<String>> MAY_USE = Map.of(
            "rating", List.of("stats"),
            "rating.builtin", List.of("rating", "evaluate..", "sample", "result", "stats"),
            "lmarena.board", List.of("result", "stats", "json", "io"),
            "lmarena.http", List.of("json", "io"),
            "lmarena.source", List.of("lmarena.board", "lmarena.http", "json", "io", "result"),
            "lmarena.drift",
                    List.of("lmarena.board", "lmarena.source", "rating", "report", "stats", "result", "json", "io"),
            "lmarena.history",
                    List.of(
                            "lmarena",
                            "lmarena.board",
                            "lmarena.drift",
                            "rating",
                            "report..",
                            "repository",
                            "stats",
                            "result"),
            "lmarena",
                    List.of(
                            "lmarena.board",
                            "lmarena.http",
                            "lmarena.source",
                            "repository",
                            "evaluate",
                            "model",
                            "result",
                            "json",
                            "io"));

    @TestFactory
    Stream<DynamicTest> eachPackageUsesOnlyWhatItMay() {
        return MAY_USE.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(rule -> DynamicTest.dynamicTest(rule.getKey(), () -> checkUses(rule.getKey(), rule.getValue())));
    }

    private static void checkUses(String name, List<String> mayUse) {
        List<String> allowed = new ArrayList<>(
                List.of("java..", "org.jspecify.annotations", "org.apache.commons.rng..", "dev.evalkit"));
        allowed.add("dev.evalkit." + name);
        mayUse.forEach(used -> allowed.add("dev.evalkit." + used));
        classes()
                .that()
                .resideInAPackage("dev.evalkit." + name)
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(allowed.toArray(String[]::new))
                        .or(DescribedPredicate.describe(
                                "arrays of primitives",
                                type -> type.getBaseComponentType().isPrimitive())))
                .check(MODULE);
    }

    @Test
    void everyPackageHasItsPlaceInThePictureAndTellsWhatLivesInIt() {
        assertThat(MODULE.stream().map(JavaClass::getPackageName).distinct())
                .allMatch(name -> MAY_USE.containsKey(name.substring("dev.evalkit.".length())))
                .allMatch(name -> MODULE.contain(name + ".package-info"));
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching("dev.evalkit.(**)").should().beFreeOfCycles().check(MODULE);
    }

    @Test
    void onlyTheHttpPackageTouchesTheNetwork() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.evalkit.lmarena.http")
                .should()
                .dependOnClassesThat(resideInAnyPackage("java.net.http..")
                        .or(DescribedPredicate.describe(
                                "sockets",
                                type -> type.getName().matches("java\\.net\\.(Socket|InetAddress|URLConnection)"))))
                .check(MODULE);
    }
}
