package dev.evalkit;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.FileOutputStream;
import java.io.FileWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.RandomAccessFile;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Holds the picture in ARCHITECTURE.md: who may use whom, and who may write a file. */
class ArchitectureTest {
    private static final JavaClasses CORE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(location -> !location.contains("/test-classes/"))
            .importPackages("dev.evalkit");

    private static final String JACKSON = "tools.jackson..";
    private static final String SCHEMA_LIBRARY = "com.networknt..";
    private static final String STATISTICS = "org.apache.commons.statistics..";
    private static final String NUMBERS = "org.apache.commons.numbers..";
    private static final String RANDOM = "org.apache.commons.rng..";
    private static final String LINEAR_REGEX = "com.google.re2j..";
    private static final String TEXT_DIFF = "com.github.difflib..";

    /** Package → what it may use besides the JDK, the root package and itself. */
    private static final Map<String, List<String>> MAY_USE = Map.ofEntries(
            Map.entry("model", List.of()),
            Map.entry("io", List.of()),
            Map.entry("json", List.of("io", JACKSON)),
            Map.entry("schema", List.of("json", "io", JACKSON, SCHEMA_LIBRARY)),
            Map.entry("result", List.of("model", "json", "io")),
            Map.entry("repository", List.of("model", "result", "schema", "json", "io")),
            Map.entry("sample", List.of("json", "io")),
            Map.entry("stats", List.of(STATISTICS, NUMBERS, RANDOM)),
            Map.entry("evaluate", List.of("model", "result", "repository", "sample", "stats", "json", "io")),
            Map.entry("diff", List.of("model", "result", "repository", "evaluate", "stats", "json", "io")),
            Map.entry(
                    "validate",
                    List.of(
                            "model",
                            "result",
                            "repository",
                            "schema",
                            "sample",
                            "evaluate",
                            "diff",
                            "stats",
                            "json",
                            "io",
                            LINEAR_REGEX)),
            Map.entry(
                    "report",
                    List.of(
                            "model",
                            "result",
                            "repository",
                            "sample",
                            "diff",
                            "validate",
                            "scan",
                            "json",
                            "io",
                            TEXT_DIFF)),
            Map.entry("scan", List.of("evaluate", "json", "io", "javax.crypto..", LINEAR_REGEX)),
            Map.entry("qa", List.of("json", "io")),
            Map.entry("init", List.of("io")));

    @TestFactory
    Stream<DynamicTest> eachPackageUsesOnlyWhatItMay() {
        return MAY_USE.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(rule -> DynamicTest.dynamicTest(rule.getKey(), () -> checkUses(rule.getKey(), rule.getValue())));
    }

    private static void checkUses(String name, List<String> mayUse) {
        List<String> allowed = new ArrayList<>(List.of("java..", "org.jspecify.annotations", "dev.evalkit"));
        allowed.add("dev.evalkit." + name + "..");
        mayUse.forEach(used -> allowed.add(used.contains(".") ? used : "dev.evalkit." + used + ".."));
        classes()
                .that()
                .resideInAPackage("dev.evalkit." + name + "..")
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(allowed.toArray(String[]::new))
                        .or(describe(
                                "arrays of primitives",
                                type -> type.getBaseComponentType().isPrimitive())))
                .allowEmptyShould(true)
                .check(CORE);
    }

    @Test
    void everyPackageHasItsPlaceInThePicture() {
        assertThat(CORE.stream()
                        .map(JavaClass::getPackageName)
                        .filter(name -> !name.equals("dev.evalkit"))
                        .map(name -> name.replaceAll("^dev\\.evalkit\\.(\\w+).*", "$1"))
                        .distinct())
                .isSubsetOf(MAY_USE.keySet());
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching("dev.evalkit.(**)").should().beFreeOfCycles().check(CORE);
    }

    @Test
    void onlyTheIoPackageOpensFilesForWriting() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.evalkit.io..")
                .should()
                .accessTargetWhere(opensAFileForWriting())
                .check(CORE);
    }

    private static DescribedPredicate<JavaAccess<?>> opensAFileForWriting() {
        Set<String> writers = Set.of("write", "writeString", "newOutputStream", "newBufferedWriter", "copy", "move");
        return describe("opens a file for writing", access -> {
            JavaClass owner = access.getTargetOwner();
            String member = access.getTarget().getName();
            boolean constructs = member.equals("<init>");
            return (owner.isEquivalentTo(Files.class) && writers.contains(member))
                    || owner.isEquivalentTo(RandomAccessFile.class)
                    || owner.isAssignableTo(FileOutputStream.class)
                    || owner.isAssignableTo(FileWriter.class)
                    || (owner.isEquivalentTo(PrintWriter.class) && constructs && takesAFile(access))
                    || (owner.isEquivalentTo(PrintStream.class) && constructs && takesAFile(access))
                    || (owner.isEquivalentTo(FileChannel.class) && member.equals("write"));
        });
    }

    private static boolean takesAFile(JavaAccess<?> access) {
        return access.getTarget().getFullName().contains("java.io.File")
                || access.getTarget().getFullName().contains("java.lang.String");
    }

    @Test
    void noTypeOfALibraryStandsInAPublicSignature() {
        methods()
                .that()
                .arePublic()
                .and()
                .areDeclaredInClassesThat()
                .arePublic()
                .and()
                .areDeclaredInClassesThat()
                .resideOutsideOfPackage("..internal..")
                .should(haveASignatureWithout("tools.jackson", "com.networknt", "com.google.re2j"))
                .check(CORE);
    }

    private static ArchCondition<JavaMethod> haveASignatureWithout(String... libraries) {
        return new ArchCondition<>("have a signature without types of a library") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                Stream.concat(Stream.of(method.getRawReturnType()), method.getRawParameterTypes().stream())
                        .filter(type -> Stream.of(libraries).anyMatch(type.getPackageName()::startsWith))
                        .forEach(type -> events.add(SimpleConditionEvent.violated(
                                method, method.getFullName() + " shows " + type.getName())));
            }
        };
    }

    @Test
    void everyPackageTellsWhatLivesInIt() {
        assertThat(CORE.stream()
                        .map(JavaClass::getPackageName)
                        .distinct()
                        .filter(name -> !CORE.contain(name + ".package-info")))
                .isEmpty();
    }
}
