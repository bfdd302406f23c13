package org.crossaisle.benchmarks;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.crossaisle.neural.layer.Recurrence;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** Rules over all modules. It lives here because benchmarks is the module that sees all the others. */
class ModuleRulesTest {
    private static final JavaClasses ALL = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.crossaisle");

    /** What libtorch makes tensors with that follow no other, unless options say where. */
    private static final Set<String> FROM_NOTHING = Set.of(
            "arange",
            "empty",
            "eye",
            "full",
            "linspace",
            "logspace",
            "ones",
            "rand",
            "randint",
            "randn",
            "randperm",
            "range",
            "scalar_tensor",
            "tensor",
            "tril_indices",
            "triu_indices",
            "zeros");

    private static final Pattern RECURRENT = Pattern.compile("(^|_)(rnn|gru|lstm)(_|$)");

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
                        "org.crossaisle.io.shop",
                        "org.crossaisle.store.sqlite",
                        "org.crossaisle.neural.sequence",
                        "org.crossaisle.serving",
                        "org.crossaisle.serving.history",
                        "org.crossaisle.server",
                        "org.crossaisle.cli",
                        "org.crossaisle.benchmarks");
    }

    /** Packages stay small enough that a reader knows where a class is. */
    @Test
    void noPackage_hasMoreThanSome20Classes() {
        assertThat(PACKAGES)
                .allSatisfy(each -> assertThat(topLevel(each))
                        .as("classes of %s", each.getName())
                        .hasSizeLessThanOrEqualTo(23));
    }

    @Test
    void noTwoClasses_haveOneName() {
        assertThat(PACKAGES.stream().flatMap(each -> topLevel(each).stream()).map(JavaClass::getSimpleName))
                .doesNotHaveDuplicates();
    }

    @Test
    void noPackages_useEachOtherInACircle() {
        slices().matching("org.crossaisle.(**)").should().beFreeOfCycles().check(ALL);
    }

    private static Set<JavaClass> topLevel(JavaPackage each) {
        return each.getClasses().stream()
                .filter(type -> !type.isArray()
                        && type.getEnclosingClass().isEmpty()
                        && !type.getSimpleName().isEmpty()
                        && !type.getSimpleName().equals("package-info")
                        && !type.getName().contains("_jmh"))
                .collect(Collectors.toSet());
    }

    @Test
    void httpTypes_areUsedInServerOnly() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.crossaisle.server..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.quarkus..",
                        "io.smallrye..",
                        "io.vertx..",
                        "jakarta.ws.rs..",
                        "jakarta.inject..",
                        "jakarta.enterprise..",
                        "org.jboss..",
                        "org.eclipse.microprofile..")
                .check(ALL);
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

    /**
     * A network is on one device when each of its tensors is. What is made from other tensors, or with their options,
     * lies where they lie; what is made from nothing, or from Java's memory, is made by {@code Values} alone. No GPU is
     * needed to see this.
     */
    @Test
    void tensors_areMadeFromNothingAndReadInOnePlace() {
        noClasses()
                .that()
                .resideInAPackage("org.crossaisle.neural..")
                .and()
                .resideOutsideOfPackages("org.crossaisle.neural.tensor..", "org.crossaisle.neural.linalg..")
                .should()
                .callCodeUnitWhere(describe("a tensor's place or memory is chosen", ModuleRulesTest::choosesAPlace))
                .check(ALL);
    }

    private static boolean choosesAPlace(JavaCall<?> call) {
        String owner = call.getTargetOwner().getName();
        String name = call.getName();
        boolean withOptions = call.getTarget().getRawParameterTypes().stream()
                .anyMatch(type -> type.getSimpleName().equals("TensorOptions"));
        boolean hasTensor = call.getTarget().getRawParameterTypes().stream()
                .anyMatch(type -> type.getSimpleName().equals("Tensor"));
        return switch (owner) {
            case "org.bytedeco.pytorch.TensorOptions", "org.bytedeco.pytorch.Device" -> name.equals("<init>");
            case "org.bytedeco.pytorch.global.torch" ->
                (FROM_NOTHING.contains(name) && !withOptions && !hasTensor) || name.equals("from_blob");
            case "org.bytedeco.pytorch.Tensor", "org.bytedeco.pytorch.TensorBase" ->
                Set.of("create", "createBuffer", "createIndexer", "cpu", "cuda").contains(name)
                        || name.contains("data_ptr");
            default -> false;
        };
    }

    /**
     * Sequences that are not packed libtorch gives to oneDNN's fused LSTM, which computes wrongly on some processors:
     * docs/decisions.md, "The fused LSTM of oneDNN is never run". One class calls recurrent layers, and packs what they
     * read.
     */
    @Test
    void recurrentLayersOfLibtorch_areCalledInOnePlace_andReadPackedSequences() {
        noClasses()
                .that()
                .resideInAPackage(
                        "org.crossaisle.neural..") // benchmarks measure libtorch's own layers, and answer nobody
                .and()
                .doNotHaveFullyQualifiedName(Recurrence.class.getName())
                .should()
                .callCodeUnitWhere(describe("a recurrent layer is run", ModuleRulesTest::runsARecurrentLayer))
                .check(ALL);
        noClasses()
                .that()
                .haveFullyQualifiedName(Recurrence.class.getName())
                .should()
                .callCodeUnitWhere(describe(
                        "a recurrent layer reads what is not packed",
                        call -> runsARecurrentLayer(call) && !readsPackedSequences(call)))
                .check(ALL);
        assertThat(ALL.get(Recurrence.class).getMethodCallsFromSelf().stream()
                        .filter(ModuleRulesTest::runsARecurrentLayer))
                .as("calls that were looked at")
                .hasSize(2);
    }

    private static boolean runsARecurrentLayer(JavaCall<?> call) {
        String owner = call.getTargetOwner().getSimpleName();
        String name = call.getName();
        return owner.equals("torch")
                ? RECURRENT.matcher(name).find()
                : owner.matches("(RNN|GRU|LSTM)(Cell)?Impl.*") && name.startsWith("forward");
    }

    /**
     * libtorch has each layer twice: (data, sizes of the batches, state, weights, ..) and (input, state, weights, a
     * boolean, ..).
     */
    private static boolean readsPackedSequences(JavaCall<?> call) {
        return Set.of("gru", "lstm").contains(call.getName())
                && !call.getTarget().getRawParameterTypes().get(3).isEquivalentTo(boolean.class);
    }

    @Test
    void everyPackage_isNullMarked() {
        assertThat(PACKAGES)
                .allSatisfy(each -> assertThat(each.isAnnotatedWith(NullMarked.class))
                        .as("%s has a package-info with @NullMarked", each.getName())
                        .isTrue());
    }
}
