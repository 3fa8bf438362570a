package io.github.epdi.grid;

import io.github.epdi.structure.Reject;
import io.github.epdi.structure.Side;
import io.github.epdi.structure.Slab;
import io.github.epdi.structure.SurfaceGraph;
import java.util.List;
import java.util.Map;

/**
 * All that one reading of one grid file found: either a reject, with whatever could be read before
 * (and, on request, after) it, or everything that images need. Fields are null where they were not
 * reached.
 *
 * @param uri the file
 * @param lengthBytes its stored length
 * @param modifiedMillis its modification time, milliseconds since 1970
 * @param header what stands before the values
 * @param slab the slab
 * @param graphs sites and hops of each requested side
 * @param grid the kept planes, eV, electron sign
 * @param vacuum level of each requested side, eV, electron sign
 * @param statistics of the first block, own unit and sign
 * @param unit the unit that was used
 * @param sign ELECTRON or ELECTROSTATIC, as found in the file
 * @param spinBlocks 1, 2 (up and down) or 4 (noncollinear)
 * @param xcIncluded whether exchange-correlation is in the values; null where not known
 * @param xcCheck "checked", "declared" or "not_applicable"
 * @param cellCheck "verified" or "unverified"
 * @param readMode "full" or "planes"
 * @param bytesRead bytes read from storage
 * @param flags remarks in alphabetical order, for example "xsf_not_repeated"
 * @param reject why the grid cannot be screened; null if it can
 */
public record GridReading(
    String uri,
    long lengthBytes,
    long modifiedMillis,
    GridHeader header,
    Slab slab,
    Map<Side, SurfaceGraph> graphs,
    PotentialGrid grid,
    Map<Side, VacuumLevel> vacuum,
    GridStatistics statistics,
    EnergyUnit unit,
    PotentialSign sign,
    Integer spinBlocks,
    Boolean xcIncluded,
    String xcCheck,
    String cellCheck,
    String readMode,
    long bytesRead,
    List<String> flags,
    Reject reject) {}
