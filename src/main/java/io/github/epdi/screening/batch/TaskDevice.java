package io.github.epdi.screening.batch;

import io.github.epdi.model.torch.ComputeDevice;
import io.github.epdi.structure.InputException;
import java.util.Map;
import org.apache.spark.SparkEnv;
import org.apache.spark.TaskContext;
import org.apache.spark.resource.ResourceInformation;

/**
 * Finds the device of a task. A graphics processor is the one of which Spark gave the task a share.
 */
public final class TaskDevice {
  private static final String RESOURCE = "gpu";
  private static final String DRIVER = "driver";

  private TaskDevice() {}

  /**
   * Returns the device of the task that runs on this thread.
   *
   * @throws InputException if it should be a graphics processor and Spark gave none
   */
  public static ComputeDevice of(ComputeDevice.Kind kind) {
    return kind == ComputeDevice.Kind.CPU
        ? ComputeDevice.CPU
        : gpu(TaskContext.get().resourcesJMap(), DRIVER.equals(SparkEnv.get().executorId()));
  }

  /**
   * Returns a task's graphics processor.
   *
   * @param resources what Spark gave to the task, by name
   * @param inDriver whether the task runs in the driver's JVM; without resources it then gets the
   *     first graphics processor
   * @throws InputException if Spark gave none outside the driver, or an address that is no index
   */
  public static ComputeDevice gpu(Map<String, ResourceInformation> resources, boolean inDriver) {
    ResourceInformation given = resources.get(RESOURCE);
    if (given == null || given.addresses().length == 0) {
      if (inDriver) {
        return ComputeDevice.gpu(0);
      }
      throw new InputException(
          "Cannot predict on gpu: expected that Spark gives each task a share of one, found none;"
              + " set spark.task.resource.gpu.amount");
    }
    return ComputeDevice.gpu(index(given.addresses()[0]));
  }

  private static int index(String address) {
    if (!address.matches("\\d{1,4}")) {
      throw new InputException(
          "Cannot predict on gpu "
              + address
              + ": expected an index from 0, as libtorch counts, from"
              + " spark.executor.resource.gpu.discoveryScript");
    }
    return Integer.parseInt(address);
  }
}
