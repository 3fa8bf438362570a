"""Writes torchvision's DenseNet121 with one output, seeded, as frozen TorchScript and, where torch can, as ONNX.

Usage: densenet.py FOLDER
Prints JSON: {"torchscript": file, "onnx": file or null, "why": reason if null}
"""
import json
import sys
import warnings

import torch
import torchvision

warnings.filterwarnings("ignore")
folder = sys.argv[1]
torch.manual_seed(1)
torch.set_num_threads(1)
net = torchvision.models.densenet121(num_classes=1).eval()
images = torch.rand(2, 3, 224, 224)
answer = {"torchscript": f"{folder}/densenet121.pt", "onnx": None, "why": ""}
with torch.no_grad():
    torch.jit.freeze(torch.jit.trace(net, images)).save(answer["torchscript"])
    try:
        name = f"{folder}/densenet121.onnx"
        torch.onnx.export(net, images, name, opset_version=13, input_names=["images"],
                          output_names=["energies"], dynamic_axes={"images": {0: "n"}, "energies": {0: "n"}})
        answer["onnx"] = name
    except Exception as e:  # says why, whatever it is
        answer["why"] = f"{type(e).__name__}: {e}".splitlines()[0]
print(json.dumps(answer))
