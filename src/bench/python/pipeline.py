"""What a careful Python script does for one material, one thread: read, sample, colour, predict.

Usage: pipeline.py PIXELS GRID PLACES GRID PLACES ...
PLACES is a CSV of u, v (fractional) and the chalcogens' coordinate along the normal (Angstrom) of each site.
Prints JSON: median seconds per material, imports and the network's construction not counted.
"""
import json
import sys
import time
import warnings

import matplotlib
import numpy
import torch
import torchvision
from pymatgen.io.vasp.outputs import Locpot
from scipy.ndimage import map_coordinates

warnings.filterwarnings("ignore")
torch.set_num_threads(1)
PIXELS, WINDOW, HEIGHT, BATCH = int(sys.argv[1]), 8.0, 1.5, 8
torch.manual_seed(1)
net = torchvision.models.densenet121(num_classes=1).eval()
colours = matplotlib.colormaps["viridis"]
mean = numpy.array([0.485, 0.456, 0.406], dtype=numpy.float32)
std = numpy.array([0.229, 0.224, 0.225], dtype=numpy.float32)
across = ((numpy.arange(PIXELS) + 0.5) / PIXELS - 0.5) * WINDOW
x, y = numpy.meshgrid(across, -across)


def screen(grid, places):
    locpot = Locpot.from_file(grid)
    values = locpot.data["total"]
    vacuum = values[:, :, 0].mean()
    inverse = numpy.linalg.inv(locpot.structure.lattice.matrix)
    images = []
    for u, v, anchor in places:
        offsets = numpy.stack([x, y, numpy.full_like(x, anchor + HEIGHT)], axis=-1) @ inverse
        fractional = numpy.moveaxis(offsets + [u, v, 0], -1, 0)
        points = fractional * numpy.array(values.shape)[:, None, None]
        potential = map_coordinates(values, points, order=1, mode="grid-wrap") - vacuum
        rgb = colours(numpy.clip((potential + 2.0) / 2.5, 0, 1))[..., :3].astype(numpy.float32)
        images.append(((rgb - mean) / std).transpose(2, 0, 1))
    batch = torch.from_numpy(numpy.ascontiguousarray(numpy.stack(images)))
    with torch.no_grad():
        return torch.cat([net(batch[i : i + BATCH]) for i in range(0, len(batch), BATCH)])


times = []
for grid, places in zip(sys.argv[2::2], sys.argv[3::2]):
    sites = numpy.loadtxt(places, delimiter=",", ndmin=2)
    start = time.perf_counter()
    screen(grid, sites)
    times.append(time.perf_counter() - start)
print(json.dumps({"seconds": sorted(times)[len(times) // 2], "materials": len(times)}))
