/**
 * Publishing: what is visible in an output folder is registered in a catalog of other programs,
 * which is Apache Iceberg's. The manifest stays the truth, and publishing can be repeated at any
 * time.
 *
 * <p>Iceberg is on no class path of the program, because every start would pay for it. Its jar lies
 * in the folder {@code iceberg} beside the program's jar. The package {@code publish.iceberg} is
 * written against it and is reached by {@link io.github.epdi.publish.Publisher} alone. A class
 * loader over that folder loads both when a campaign is published, and every other class stays the
 * program's own. Where Iceberg is on the class path already, that one is used. May be imported by
 * screening and cli. Imports runs, tables, grid and structure.
 */
package io.github.epdi.publish;
