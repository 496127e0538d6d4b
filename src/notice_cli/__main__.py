"""`python -m notice_cli`."""

import gc
import os
import sys
from importlib import import_module
from types import ModuleType

gc.set_threshold(50_000)  # start-up makes many objects that live as long as the process
os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")  # looking for them reads every package


class _Unneeded(ModuleType):
    """Stands for `importlib.metadata` until something of it is needed.

    pydantic imports it to look for plugins, which are off. With all that it imports in turn, that takes
    longer than reading a page.
    """

    def __getattr__(self, name: str) -> object:
        if name.startswith("__"):  # what the import system asks of every module
            raise AttributeError(name)
        sys.modules.pop(self.__name__, None)
        return getattr(import_module(self.__name__), name)

    def entry_points(self, **wanted: str) -> object:
        """What is imported by name without being called."""
        found: object = self.__getattr__("entry_points")(**wanted)  # type: ignore[operator]
        return found


sys.modules.setdefault("importlib.metadata", _Unneeded("importlib.metadata"))

from notice_cli.cli.main import main  # noqa: E402

if __name__ == "__main__":
    main()
