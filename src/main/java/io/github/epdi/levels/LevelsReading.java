package io.github.epdi.levels;

/**
 * Levels, and the file that they are from as it was when they were read.
 *
 * @param file where, how long, and of when
 * @param levels what it says; its {@link ElectronicLevels#digest} stands for the content
 */
public record LevelsReading(LevelsFile file, ElectronicLevels levels) {}
