"""Writes torchvision's DenseNet121 with one output, seeded, as frozen TorchScript.

Usage: densenet.py FOLDER
Prints JSON: {"torchscript": file}
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
answer = {"torchscript": f"{folder}/densenet121.pt"}
with torch.no_grad():
    torch.jit.freeze(torch.jit.trace(net, images)).save(answer["torchscript"])
print(json.dumps(answer))
