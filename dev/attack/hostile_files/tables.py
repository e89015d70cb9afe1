"""Hostile tables of codes: workbooks and CSV."""

import io
import zipfile
from random import Random

from dev.attack.hostile_files.kinds import Kinds, damaged

kinds = Kinds()
CELL = '<c t="inlineStr"><is><t>code</t></is></c>'
PARTS = {
    "xl/workbook.xml": '<workbook xmlns:r="r"><sheets><sheet r:id="r1"/></sheets></workbook>',
    "xl/_rels/workbook.xml.rels": '<a><Relationship Id="r1" Type="a/worksheet" Target="s.xml"/>'
    '<Relationship Id="r2" Type="a/styles" Target="styles.xml"/>'
    '<Relationship Id="r3" Type="a/sharedStrings" Target="strings.xml"/></a>',
    "xl/styles.xml": "<styleSheet/>",
    "xl/strings.xml": "<sst/>",
    "xl/s.xml": f"<worksheet><sheetData><row>{CELL}</row><row><c/></row></sheetData></worksheet>",
}


def _book(**parts: str) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in PARTS.items():
            archive.writestr(name, parts.get(name[3:].removesuffix(".xml"), content))
    return file.getvalue()


@kinds.add("far rows and columns")
def _far(chance: Random) -> bytes:
    line = chance.choice([2, 1_048_576, 2_000_000_000, 10**30])
    place = chance.choice(["A1", "XFD1", "ZZZ9999999999", "??"])
    row = f'<row>{CELL}</row><row r="{line}"><c r="{place}" t="str"><v>a</v></c></row>'
    return _book(s=f'<a><dimension ref="A1:XFD{line}"/><sheetData>{row}</sheetData></a>')


@kinds.add("swelling")
def _swelling(chance: Random) -> bytes:
    part = chance.choice(["s", "styles", "strings"])
    piece = chance.choice(
        ["<row/>", "<xf/>", "<si><t>a</t></si>", " ", "<cellXfs><xf/>", "<fill/>"]
    )
    return _book(**{part: f"<a>{piece * chance.choice([200_000, 2_000_000, 7_000_000])}</a>"})


@kinds.add("bad XML")
def _bad_xml(chance: Random) -> bytes:
    part = chance.choice(["s", "styles", "strings", "workbook", "_rels/workbook.xml.rels"])
    bad = ["", "<", "<a>&", "<a></b>", "\0", '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', "<a/>"]
    return _book(**{part: chance.choice(bad)})


@kinds.add("damaged archive")
def _damaged_archive(chance: Random) -> bytes:
    return damaged(chance, _book())


@kinds.add("flags and packings")
def _flags(chance: Random) -> bytes:
    content = bytearray(_book())
    at, value = chance.choice([6, 8]), chance.choice([1, 9, 12, 14, 77, 99])
    for mark, offset in ((b"PK\x03\x04", at), (b"PK\x01\x02", at + 2)):
        found = content.find(mark)
        while found >= 0:
            content[found + offset] = value
            found = content.find(mark, found + 1)
    return bytes(content)


@kinds.add("cells of every type")
def _cells(chance: Random) -> bytes:
    kinds, values = (
        ["s", "n", "b", "d", "e", "str", "?"],
        ["-1", "7", "1e999", "nan", "9" * 9000, "x"],
    )
    styles = "019"
    cells = "".join(
        f'<c t="{chance.choice(kinds)}" s="{chance.choice(styles)}"><v>{chance.choice(values)}</v>'
        "</c>"
        for _ in range(chance.choice([1, 6]))
    )
    return _book(s=f"<a><row>{CELL}</row><row>{cells}</row></a>")


@kinds.add("odd CSV")
def _csv(chance: Random) -> bytes:
    heading = chance.choice([b"code", b"code," * 1_000_000, b'"' + b"a" * 200_000, b"\0", b"sep="])
    return heading + b"\n" + chance.choice([b"\n" * 2_000_000, b'a"b,c\r', b"," * 90, b"\xff\xfe"])
