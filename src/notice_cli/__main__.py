"""`python -m notice_cli`."""

import gc
import os

gc.set_threshold(50_000)  # start-up makes many objects that live as long as the process
os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")  # looking for them reads every package

from notice_cli.cli.main import main  # noqa: E402

if __name__ == "__main__":
    main()
