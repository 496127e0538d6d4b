"""`python -m notice_cli`."""

from notice_cli.cli.main import main

if __name__ == "__main__":
    main()
