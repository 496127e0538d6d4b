"""Excel workbooks: what kind of file it is, and the cells of its visible sheets."""

from __future__ import annotations

from notice_cli.page.workbook.kinds import is_workbook
from notice_cli.page.workbook.sheets import Sheet, SheetCell, read_workbook

__all__ = ["Sheet", "SheetCell", "is_workbook", "read_workbook"]
