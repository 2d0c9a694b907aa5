"""Packages that the course can do without, imported when something of them is first asked for."""

import importlib


class LazyModule:
    """Stands for a module, so that a file can name it where the package may be missing, or is slow to import."""

    def __init__(self, name: str):
        self._name = name

    def __getattr__(self, attribute: str):
        return getattr(importlib.import_module(self._name), attribute)


torch, nn = LazyModule("torch"), LazyModule("torch.nn")
