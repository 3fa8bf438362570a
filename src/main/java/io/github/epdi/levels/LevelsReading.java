package io.github.epdi.levels;

/**
 * Levels together with the file that they were read from.
 *
 * @param file the file as it was when it was read
 * @param levels the levels, whose {@link ElectronicLevels#digest} identifies the content
 */
public record LevelsReading(LevelsFile file, ElectronicLevels levels) {}
