package org.crossaisle;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.Architectures.LayeredArchitecture;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Each package of core uses only those before it; the root package is for all and uses none. */
class PackageOrderTest {
    private static final List<String> IN_ORDER = List.of(
            "provenance", "catalog", "history", "privacy", "dataset", "affinity", "model", "retrieve", "recommend");

    /** After all of the above, and apart from each other. */
    private static final List<String> LAST = List.of("evaluate", "explain");

    /** After evaluate. */
    private static final String AUDIENCE = "audience";

    private static final JavaClasses CORE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.crossaisle");

    @Test
    void eachPackage_usesOnlyEarlierOnes() {
        LayeredArchitecture order = layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .withOptionalLayers(true)
                .layer("root")
                .definedBy("org.crossaisle")
                .whereLayer("root")
                .mayNotAccessAnyLayer();
        List<String> earlier = new ArrayList<>(List.of("root"));
        for (String name : IN_ORDER) {
            order = withLayer(order, name, earlier);
            earlier.add(name);
        }
        for (String name : LAST) {
            order = withLayer(order, name, earlier);
        }
        earlier.add("evaluate");
        order = withLayer(order, AUDIENCE, earlier);
        order.check(CORE);
    }

    @Test
    void everyClass_isInAPackageThatHasItsPlaceInTheOrder() {
        List<String> known = new ArrayList<>(List.of("org.crossaisle"));
        IN_ORDER.forEach(name -> known.add(within(name)));
        LAST.forEach(name -> known.add(within(name)));
        known.add(within(AUDIENCE));
        classes().should().resideInAnyPackage(known.toArray(String[]::new)).check(CORE);
    }

    @Test
    void theImport_sawTheClassesOfCore() {
        assertThat(CORE)
                .extracting(each -> each.getPackage())
                .extracting(JavaPackage::getName)
                .contains("org.crossaisle");
    }

    private static LayeredArchitecture withLayer(LayeredArchitecture order, String name, List<String> earlier) {
        return order.layer(name)
                .definedBy(within(name))
                .whereLayer(name)
                .mayOnlyAccessLayers(earlier.toArray(String[]::new));
    }

    private static String within(String name) {
        return "org.crossaisle." + name + "..";
    }
}
