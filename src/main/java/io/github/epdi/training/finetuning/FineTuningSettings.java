package io.github.epdi.training.finetuning;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.cfg.EnumFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.epdi.grid.PotentialConventions;
import io.github.epdi.image.ImageSpec;
import io.github.epdi.model.safetensors.TensorType;
import io.github.epdi.theory.LevelOfTheory;
import io.github.epdi.training.examples.MaterialSplit;
import io.github.epdi.training.loop.Schedule;
import java.util.Map;
import java.util.TreeMap;

/**
 * Everything that the result of a fine-tuning depends on, except threads and machine. Two trainings
 * with the same settings give the same bundle.
 *
 * @param labelsSha256 digest of the table of labels
 * @param target column of the energies
 * @param gridBytes length of each material's grid file
 * @param side "top" or "bottom"
 * @param potential conventions of the potential
 * @param image completed image specification
 * @param split materials of each part
 * @param schedule schedule of the weights
 * @param architecture id of the architecture
 * @param startSha256 digest of the initial weights; null for random ones
 * @param copies number of copies averaged in predictions
 * @param precision number format of the written weights
 * @param theory level of theory of the labels
 * @param ion symbol of the mobile ion
 * @param licence licence of the bundle
 */
record FineTuningSettings(
    String labelsSha256,
    String target,
    Map<String, Long> gridBytes,
    String side,
    PotentialConventions potential,
    ImageSpec image,
    MaterialSplit split,
    Schedule schedule,
    String architecture,
    String startSha256,
    int copies,
    TensorType precision,
    LevelOfTheory theory,
    String ion,
    String licence) {
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .enable(EnumFeature.WRITE_ENUMS_TO_LOWERCASE)
          .build();

  static FineTuningSettings of(FineTuningRequest request, FineTuningData data, String startSha256) {
    Map<String, Long> gridBytes = new TreeMap<>();
    data.grids().forEach(g -> gridBytes.put(g.materialId(), g.reading().file().lengthBytes()));
    return new FineTuningSettings(
        data.labelsSha256(),
        request.target(),
        gridBytes,
        request.grids().side().label(),
        request.grids().conventions(),
        data.image(),
        data.split(),
        request.schedule(),
        request.architecture().id(),
        startSha256,
        request.copies(),
        request.precision(),
        request.theory(),
        request.ion(),
        request.licence());
  }

  /** Returns canonical JSON, so that the same settings give the same text. */
  String json() {
    try {
      return JSON.writeValueAsString(this);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Cannot write settings", e);
    }
  }
}
