"""`python -m notice_cli`."""

import os

os.environ.setdefault(
    "PYDANTIC_DISABLE_PLUGINS", "__all__"
)  # looking for plugins reads every package's metadata

from notice_cli.cli.main import main

if __name__ == "__main__":
    main()
