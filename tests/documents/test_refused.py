"""Documents that are not read: why, and what to do, in time and in little memory."""

from __future__ import annotations

import io
import subprocess
import sys
import zipfile
import zlib

import pytest
from pypdf import PdfReader, PdfWriter
from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from documents.building import MAIN, archive, docx, p
from documents.test_pdf import drawn, write
from notice_cli import DecodeError, NoticeError, read
from notice_cli.page.documents import pdf
from places import ROOT
