package org.crossaisle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExtensionsTest {
    @TempDir
    Path directory;

    /** What others may implement. */
    public interface Greeting {}

    /** One that does. */
    public static final class Hello implements Greeting {}

    private Path services(String name, String implementation) throws IOException {
        Path services = Files.createDirectories(directory.resolve(name + "/META-INF/services"));
        Files.writeString(services.resolve(Greeting.class.getName()), implementation);
        return directory.resolve(name);
    }

    private static List<Greeting> found(String paths) {
        return Extensions.of(Greeting.class, Extensions.loader(paths));
    }

    @Test
    void pathsOfTheVariable_areSearched() throws IOException {
        Path one = services("one", Hello.class.getName());
        assertThat(found(String.join(File.pathSeparator, one.toString(), "")))
                .singleElement()
                .isInstanceOf(Hello.class);
        assertThat(found("")).isEmpty();
    }

    @Test
    void pathThatIsNotThere_isNamed() {
        assertThatThrownBy(() -> Extensions.loader(directory.resolve("none.jar").toString()))
                .isInstanceOf(RecsException.class)
                .hasMessageContaining("CROSSAISLE_CLASSPATH names " + directory.resolve("none.jar"));
    }

    @Test
    void implementationThatIsNotThere_isNamed() throws IOException {
        Path wrong = services("wrong", "org.example.Missing");
        assertThatThrownBy(() -> found(wrong.toString()))
                .isInstanceOf(RecsException.class)
                .hasMessageContaining("org.example.Missing")
                .hasMessageContaining("META-INF/services/" + Greeting.class.getName());
    }
}
