package org.crossaisle.neural.content.setting;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The constants are there whichever class is used first. */
class InitialisationTest {
    @ParameterizedTest
    @ValueSource(strings = {"ContentSettings$Image", "ContentSettings$Sound", "ContentSettings"})
    void constants_areSet_whicheverClassIsUsedFirst(String first) throws ReflectiveOperationException, IOException {
        URL[] classPath = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(InitialisationTest::url)
                .toArray(URL[]::new);
        String name = ContentSettings.class.getName();
        try (URLClassLoader fresh = new URLClassLoader(classPath, ClassLoader.getPlatformClassLoader())) {
            Class.forName(name.replace("ContentSettings", first), true, fresh);
            Object nothing =
                    Class.forName(name, true, fresh).getField("NOTHING").get(null);
            assertThat(nothing.toString()).contains("image=Image[").contains("sound=Sound[");
        }
    }

    private static URL url(String entry) {
        try {
            return Path.of(entry).toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
