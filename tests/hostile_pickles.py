"""Files of PyTorch that would run something when they are unpickled."""

import os
import pickle
import zipfile


class Hostile:
    """Makes a folder when it is unpickled."""

    def __init__(self, proof):
        self._proof = str(proof)

    def __reduce__(self):
        return os.mkdir, (self._proof,)


def write_hostile(path, proof, content=None):
    """A file in torch's own layout with the hostile object in it; runs nothing by itself."""
    with zipfile.ZipFile(path, "w") as file:
        file.writestr("archive/data.pkl", pickle.dumps(content or {"state": Hostile(proof)}, 2))
        file.writestr("archive/version", "3\n")
        file.writestr("archive/byteorder", "little")
    return path


def runs(path):
    """What makes sure that the file is hostile: plain unpickling runs it."""
    with zipfile.ZipFile(path) as file:
        pickle.loads(file.read("archive/data.pkl"))
