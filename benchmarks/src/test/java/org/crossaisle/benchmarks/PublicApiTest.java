package org.crossaisle.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.crossaisle.PublicApi;
import org.junit.jupiter.api.Test;

/** What is promised to users of the library is marked, and needs nothing that is not. */
class PublicApiTest {
    private static final JavaClasses ALL = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.crossaisle");
    private static final Pattern IMPORT =
            Pattern.compile("(?m)^import (?:static )?(org\\.crossaisle\\.[a-z.]*[A-Z]\\w*)");

    private static boolean isApi(JavaClass type) {
        JavaClass top = type;
        while (top.getEnclosingClass().isPresent()) {
            top = top.getEnclosingClass().get();
        }
        return top.isAnnotatedWith(PublicApi.class);
    }

    private static boolean isVisible(Set<JavaModifier> modifiers) {
        return modifiers.contains(JavaModifier.PUBLIC) || modifiers.contains(JavaModifier.PROTECTED);
    }

    /** The classes of ours that a user of this class meets in its supertypes and in its visible members. */
    private static Set<JavaClass> met(JavaClass type) {
        Stream<JavaClass> supertypes = Stream.concat(
                type.getSuperclass().stream().flatMap(each -> each.getAllInvolvedRawTypes().stream()),
                type.getInterfaces().stream().flatMap(each -> each.getAllInvolvedRawTypes().stream()));
        Stream<JavaClass> methods = Stream.concat(type.getMethods().stream(), type.getConstructors().stream())
                .filter(member -> isVisible(member.getModifiers())
                        && !member.getModifiers().contains(JavaModifier.SYNTHETIC))
                .flatMap(member -> Stream.concat(
                        member.getReturnType().getAllInvolvedRawTypes().stream(),
                        member.getParameterTypes().stream().flatMap(each -> each.getAllInvolvedRawTypes().stream())));
        Stream<JavaClass> fields = type.getFields().stream()
                .filter(field -> isVisible(field.getModifiers()))
                .flatMap(field -> field.getType().getAllInvolvedRawTypes().stream());
        return Stream.of(supertypes, methods, fields)
                .flatMap(each -> each)
                .map(JavaClass::getBaseComponentType)
                .filter(each -> each.getPackageName().startsWith("org.crossaisle"))
                .collect(Collectors.toSet());
    }

    @Test
    void signaturesOfTheApi_nameTheApiOnly() {
        List<JavaClass> api = ALL.stream()
                .filter(type -> isApi(type) && isVisible(type.getModifiers()))
                .toList();
        assertThat(api).hasSizeGreaterThan(50);
        assertThat(api)
                .allSatisfy(type -> assertThat(met(type))
                        .as("what %s shows", type.getName())
                        .allMatch(PublicApiTest::isApi, "is marked @PublicApi"));
    }

    @Test
    void whatIsMarked_isPublic() {
        assertThat(ALL.stream().filter(type -> type.isAnnotatedWith(PublicApi.class)))
                .allSatisfy(type ->
                        assertThat(type.getModifiers()).as(type.getName()).contains(JavaModifier.PUBLIC));
    }

    @Test
    void theExamplesOfTheDocs_needTheApiOnly() throws IOException {
        Set<String> used = new TreeSet<>();
        for (Path source : List.of(
                Path.of("../core/src/test/java/org/crossaisle/TourTest.java"),
                Path.of("../cli/src/test/resources/extension/org/example/ExampleMetrics.java"),
                Path.of("../cli/src/test/resources/extension/org/example/ExampleRecipes.java"),
                Path.of("../cli/src/test/resources/extension/org/example/Newest.java"),
                Path.of("../cli/src/test/resources/extension/org/example/Repurchase.java"))) {
            IMPORT.matcher(Files.readString(source)).results().forEach(found -> used.add(found.group(1)));
        }
        assertThat(used).hasSizeGreaterThan(20);
        assertThat(used)
                .allSatisfy(name -> assertThat(isApi(ALL.get(name))).as(name).isTrue());
    }
}
