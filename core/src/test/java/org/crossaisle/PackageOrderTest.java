package org.crossaisle;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each package of core uses only itself and those before it. */
class PackageOrderTest {
    private static final List<String> ORDER = Stream.of(
                    "",
                    ".report",
                    ".provenance",
                    ".action",
                    ".catalog",
                    ".history",
                    ".privacy",
                    ".event",
                    ".dataset",
                    ".metric",
                    ".affinity",
                    ".model",
                    ".model.count",
                    ".model.linear",
                    ".model.blend",
                    ".model.boost",
                    ".model.factor",
                    ".model.category",
                    ".model.department",
                    ".retrieve",
                    ".recommend.rerank",
                    ".recommend.crossing",
                    ".recommend.category",
                    ".recommend",
                    ".recommend.similar",
                    ".explain",
                    ".evaluate.metric",
                    ".evaluate.compare",
                    ".evaluate.calibration",
                    ".evaluate",
                    ".evaluate.benchmark",
                    ".audience")
            .map(name -> "org.crossaisle" + name)
            .toList();

    private static final JavaClasses CORE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.crossaisle");

    @Test
    void eachPackage_usesOnlyItselfAndEarlierOnes() {
        List<String> wrong = CORE.stream()
                .flatMap(from -> from.getDirectDependenciesFromSelf().stream())
                .filter(use -> ORDER.contains(use.getTargetClass().getPackageName()))
                .filter(use -> position(use.getTargetClass()) > position(use.getOriginClass()))
                .map(use -> use.getDescription())
                .toList();
        assertThat(wrong).isEmpty();
    }

    @Test
    void everyPackage_hasItsPlaceInTheOrder() {
        assertThat(CORE).extracting(JavaClass::getPackageName).isSubsetOf(ORDER).containsAll(ORDER);
    }

    private static int position(JavaClass type) {
        return ORDER.indexOf(type.getPackageName());
    }
}
