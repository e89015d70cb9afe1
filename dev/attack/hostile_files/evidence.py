"""Hostile evidence."""

from random import Random

from dev.attack.hostile_files.kinds import Kinds, cut, damaged

kinds = Kinds()
# A small one, which readers of PDF open.
PDF = b"""%PDF-1.4
1 0 obj <</Type /Catalog /Pages 2 0 R>> endobj
2 0 obj <</Type /Pages /Kids [3 0 R] /Count 1>> endobj
3 0 obj <</Type /Page /Parent 2 0 R /MediaBox [0 0 99 99]>> endobj
trailer <</Root 1 0 R /Size 4>>
%%EOF
"""


@kinds.add("no PDF")
def _no_pdf(chance: Random) -> bytes:
    return chance.choice([b"", b"%PDF-", b"%PDF-1.7\n", b"<svg/>", b"MZ"]) + chance.randbytes(40)


@kinds.add("PDF cut short")
def _cut_pdf(chance: Random) -> bytes:
    return cut(chance, PDF.rstrip()[:-1])


@kinds.add("damaged PDF")
def _damaged_pdf(chance: Random) -> bytes:
    return damaged(chance, PDF)


@kinds.add("PDF with something behind")
def _long_pdf(chance: Random) -> bytes:
    return PDF + chance.randbytes(chance.choice([1, 5000, 6_000_000]))
