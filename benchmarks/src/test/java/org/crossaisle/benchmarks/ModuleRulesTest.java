package org.crossaisle.benchmarks;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** Rules over all modules. It lives here because benchmarks is the module that sees all the others. */
class ModuleRulesTest {
    private static final JavaClasses ALL = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.crossaisle");

    private static final Set<JavaPackage> PACKAGES = ALL.stream()
            .map(JavaClass::getPackage)
            .filter(each -> !each.getName().endsWith(".jmh_generated"))
            .collect(Collectors.toSet());

    @Test
    void everyModule_isSeen() {
        assertThat(PACKAGES)
                .extracting(JavaPackage::getName)
                .contains(
                        "org.crossaisle",
                        "org.crossaisle.io",
                        "org.crossaisle.neural",
                        "org.crossaisle.server",
                        "org.crossaisle.cli",
                        "org.crossaisle.benchmarks");
    }

    @Test
    void tensorTypes_areUsedInNeuralAndBenchmarksOnly() {
        noClasses()
                .that()
                .resideOutsideOfPackages("org.crossaisle.neural..", "org.crossaisle.benchmarks..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.bytedeco..")
                .check(ALL);
    }

    @Test
    void everyPackage_isNullMarked() {
        assertThat(PACKAGES)
                .allSatisfy(each -> assertThat(each.isAnnotatedWith(NullMarked.class))
                        .as("%s has a package-info with @NullMarked", each.getName())
                        .isTrue());
    }
}
