# SPDX-License-Identifier: Apache-2.0
"""Reads the legacy (pre-1.6, not zip) file format of torch.save without torch.

Refuses every class but the few that a plain state dict needs.
"""
import collections
import pickle
import struct

import numpy as np

_TYPES = {"FloatStorage": np.float32, "LongStorage": np.int64}
_MAGIC = 0x1950A86A20F9469CFC6C
_PROTOCOL = 1001


class _Storage:
    def __init__(self, dtype, length):
        self.dtype, self.length, self.data = dtype, length, None


class _Tensor:
    def __init__(self, storage, offset, size, stride):
        self.storage, self.offset, self.size, self.stride = storage, offset, size, stride

    def numpy(self):
        flat = self.storage.data[self.offset :]
        if not self.size:
            return flat[:1].reshape(()).copy()
        strides = [step * flat.itemsize for step in self.stride]
        return np.lib.stride_tricks.as_strided(flat, self.size, strides).copy()


def _rebuild(storage, offset, size, stride, *_):
    return _Tensor(storage, offset, tuple(size), tuple(stride))


class _Unpickler(pickle.Unpickler):
    def __init__(self, file, storages):
        super().__init__(file)
        self.storages = storages

    def find_class(self, module, name):
        if (module, name) == ("collections", "OrderedDict"):
            return collections.OrderedDict
        if (module, name) == ("torch._utils", "_rebuild_tensor_v2"):
            return _rebuild
        if module == "torch" and name in _TYPES:
            return name
        raise pickle.UnpicklingError(f"refused {module}.{name}")

    def persistent_load(self, reference):
        kind, cls, key, _, length = reference[:5]
        assert kind == "storage", kind
        return self.storages.setdefault(key, _Storage(_TYPES[cls], length))


def load(path):
    """The state dict of the file: name -> numpy array."""
    with open(path, "rb") as file:
        assert pickle.load(file) == _MAGIC, "not a legacy torch.save file"
        assert pickle.load(file) == _PROTOCOL
        assert pickle.load(file)["little_endian"]
        storages = {}
        tensors = _Unpickler(file, storages).load()
        for key in pickle.load(file):
            storage = storages[key]
            (length,) = struct.unpack("<q", file.read(8))
            assert length == storage.length
            raw = file.read(length * np.dtype(storage.dtype).itemsize)
            storage.data = np.frombuffer(raw, storage.dtype)
    return {name: tensor.numpy() for name, tensor in tensors.items()}
