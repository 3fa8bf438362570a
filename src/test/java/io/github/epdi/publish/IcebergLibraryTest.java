package io.github.epdi.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.epdi.structure.InputException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.iceberg.catalog.Catalog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where Iceberg is looked for. */
class IcebergLibraryTest {
  /** Our classes as the program has them, without Iceberg. */
  private static final class Program extends ClassLoader {
    Program() {
      super(ClassLoader.getPlatformClassLoader());
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
      if (name.startsWith("org.apache.iceberg.")) {
        throw new ClassNotFoundException(name);
      }
      return IcebergLibraryTest.class.getClassLoader().loadClass(name);
    }
  }

  @TempDir private Path folder;

  private static Path place(Class<?> type) throws Exception {
    return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
  }

  @Test
  void whereItIsOnTheClassPathThatIsUsed() throws Exception {
    ClassLoader own = getClass().getClassLoader();
    assertThat(IcebergLibrary.loader(own, folder.resolve("program.jar"))).isSameAs(own);
  }

  @Test
  void withoutItThatIsSaid() {
    assertThatThrownBy(() -> IcebergLibrary.loader(new Program(), folder.resolve("program.jar")))
        .isInstanceOf(InputException.class)
        .hasMessage(
            "Cannot publish to Iceberg: expected iceberg-spark-runtime-4.1_2.13-*.jar in "
                + folder
                + "/iceberg, found no jar there");
  }

  @Test
  void inItsFolderItIsLoadedWithTheClassesThatUseItAndNoOthers() throws Exception {
    Path program = Files.createSymbolicLink(folder.resolve("classes"), place(IcebergLibrary.class));
    Path jar = place(Catalog.class);
    Files.createDirectory(folder.resolve("iceberg"));
    Files.createSymbolicLink(folder.resolve("iceberg").resolve(jar.getFileName()), jar);

    ClassLoader loader = IcebergLibrary.loader(new Program(), program);

    Class<?> publisher = loader.loadClass("io.github.epdi.publish.iceberg.IcebergPublisher");
    assertThat(publisher.getClassLoader()).isSameAs(loader);
    assertThat(Publisher.class).isAssignableFrom(publisher);
    assertThat(loader.loadClass(Catalog.class.getName()).getClassLoader()).isSameAs(loader);
    assertThat(loader.loadClass(Publisher.class.getName())).isSameAs(Publisher.class);
  }
}
