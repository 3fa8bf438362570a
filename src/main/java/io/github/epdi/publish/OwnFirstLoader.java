package io.github.epdi.publish;

import java.net.URL;
import java.net.URLClassLoader;

/**
 * Loads Iceberg and the classes that are written against it. Those are in the program's jar too,
 * where they could not see Iceberg, so this loader does not ask its parent for them.
 */
final class OwnFirstLoader extends URLClassLoader {
  /** What the names of the classes that are written against Iceberg begin with. */
  static final String PREFIX = "io.github.epdi.publish.iceberg.";

  static {
    registerAsParallelCapable();
  }

  OwnFirstLoader(URL[] places, ClassLoader parent) {
    super(places, parent);
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    if (!name.startsWith(PREFIX)) {
      return super.loadClass(name, resolve);
    }
    synchronized (getClassLoadingLock(name)) {
      Class<?> loaded = findLoadedClass(name);
      return loaded != null ? loaded : findClass(name);
    }
  }
}
