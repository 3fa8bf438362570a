#!/usr/bin/env python3
"""Writes old.h5 and new.h5: the same data in the oldest and the newest form of HDF5, by its own library."""
import h5py
import numpy as np

VALUES = (np.arange(1 * 6 * 5 * 4) / 7).reshape(1, 6, 5, 4)

for name, version in (("old", "earliest"), ("new", "latest")):
    with h5py.File(name + ".h5", "w", libver=version) as file:
        group = file.create_group("results/values")
        group["contiguous"] = VALUES
        group["big_endian"] = VALUES.astype(">f8")
        group["single"] = VALUES.astype("f4")
        group.create_dataset("chunked", data=VALUES, chunks=(1, 4, 2, 3))
        group.create_dataset("growing", data=VALUES, chunks=(1, 2, 5, 4), maxshape=(1, None, 5, 4))
        group.create_dataset("unbounded", data=VALUES, chunks=(1, 2, 5, 4), maxshape=(None, None, 5, 4))
        group.create_dataset("packed", data=VALUES, chunks=(1, 2, 5, 4), compression="gzip", shuffle=True, fletcher32=True)
        group.create_dataset("lzf", data=VALUES, chunks=(1, 2, 5, 4), compression="lzf")
        group.create_dataset("unwritten", shape=VALUES.shape, dtype="f8")
        part = group.create_dataset("part", shape=VALUES.shape, dtype="f8", chunks=(1, 2, 5, 4))
        part[0, 0:2] = VALUES[0, 0:2]
        many = file.create_group("many")
        for n in range(40):
            many["member%02d" % n] = n
        texts = file.create_group("texts")
        texts["fixed"] = np.array([b"Mo ", b"S  "])
        texts["one"] = np.bytes_(b"  a title  ")
        texts.create_dataset("variable", data=["Mo", "S"], dtype=h5py.string_dtype())
        file["numbers"] = np.array([3, 6], dtype="i4")
        file["truth"] = np.int32(1)
        file["soft"] = h5py.SoftLink("/numbers")
        file["elsewhere"] = h5py.ExternalLink("other.h5", "/numbers")

# vaspout.h5: what VASP writes of MoS2 1x1, values by formula, in the form that its library uses by default.
NX, NY, NZ, A, C = 6, 6, 40, 3.16, 20.0
k = np.arange(NZ) / NZ
lateral = np.cos(2 * np.pi * np.arange(NX) / NX)[None, :] + np.cos(2 * np.pi * np.arange(NY) / NY)[:, None]
z = (k - 0.5) * C
well = np.exp(-z**2 / 2)
v = 4.0 - 30 * well[:, None, None] * (1 + 0.1 * lateral)
large = 300 * np.cos(2 * np.pi * k)[:, None, None]
with h5py.File("vaspout.h5", "w", libver="earliest") as file:
    potential = file.create_group("results/potential")
    potential["grid"] = np.array([NX, NY, NZ], dtype="i4")
    potential["hartree"] = (0.5 * v + large)[None]
    potential["ionic"] = (0.5 * v - large)[None]
    for path in ("results/positions", "input/poscar"):
        group = file.create_group(path)
        group["system"] = np.bytes_("MoS2, values by formula")
        group["scale"] = np.float64(1)
        group["lattice_vectors"] = np.array([[A, 0, 0], [-A / 2, A * 3**0.5 / 2, 0], [0, 0, C]])
        group["ion_types"] = np.array([b"Mo", b"S "])
        group["number_ion_types"] = np.array([1, 2], dtype="i4")
        group["position_ions"] = np.array([[1 / 3, 2 / 3, 0.5], [2 / 3, 1 / 3, 0.578], [2 / 3, 1 / 3, 0.422]])
        group["direct_coordinates"] = np.int32(1)
        group["selective_dynamics"] = np.int32(0)
