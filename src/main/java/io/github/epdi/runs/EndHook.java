package io.github.epdi.runs;

import java.util.concurrent.TimeUnit;
import org.apache.hadoop.util.ShutdownHookManager;

/**
 * Work for the end of this JVM, in Hadoop's order of priorities: Spark's own hook has 40, that of
 * file systems 10. Closing it takes it back.
 */
public final class EndHook implements AutoCloseable {
  /** As Hadoop gives by default, but without reading its settings from files for each hook. */
  private static final int MOST_SECONDS = 30;

  private final ShutdownHookManager hooks = ShutdownHookManager.get();
  private final Runnable work;

  private EndHook(Runnable work) {
    this.work = work;
  }

  /**
   * Adds work.
   *
   * @param priority work of higher priority is done first
   */
  public static EndHook add(int priority, Runnable work) {
    EndHook hook = new EndHook(work);
    hook.hooks.addShutdownHook(hook.work, priority, MOST_SECONDS, TimeUnit.SECONDS);
    return hook;
  }

  /** Tells whether the JVM is being ended. */
  public boolean isEnding() {
    return hooks.isShutdownInProgress();
  }

  @Override
  public void close() {
    if (!isEnding()) {
      hooks.removeShutdownHook(work);
    }
  }
}
