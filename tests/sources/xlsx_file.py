"""Workbooks as spreadsheets write them, made from rows."""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
FORMATS = {"plain": 0, "date": 1, "time": 2, "own-date": 3, "elapsed": 4, "own-number": 5}
_STYLES = f"""<styleSheet {_MAIN}><numFmts count="3">
<numFmt numFmtId="164" formatCode="dd\\.mm\\.yyyy;@"/>
<numFmt numFmtId="165" formatCode="[h]:mm:ss"/>
<numFmt numFmtId="166" formatCode="0.00&quot; days&quot;"/></numFmts>
<cellStyleXfs count="1"><xf numFmtId="14"/></cellStyleXfs>
<cellXfs count="6"><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="21"/><xf numFmtId="164"/>
<xf numFmtId="165"/><xf numFmtId="166"/></cellXfs></styleSheet>"""


@dataclass(frozen=True)
class Cell:
    """A number in a format: ``date``, ``time``, ``own-date``, ``elapsed`` or ``own-number``."""

    value: float
    form: str


def workbook(
    sheets: Mapping[str, Sequence[Sequence[str | float | Cell | None]]] | None = None,
    *,
    sheet_xml: str | None = None,
    is_1904: bool = False,
) -> bytes:
    """Return an XLSX file; ``sheet_xml`` is the whole data of its only sheet, as it stands."""
    strings: list[str] = []
    parts = (
        [f"<sheetData>{sheet_xml}</sheetData>"]
        if sheet_xml is not None
        else [_sheet(rows, strings) for rows in (sheets or {}).values()]
    )
    names = list(sheets or {"Sheet1": ()})
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr(
            "xl/workbook.xml",
            f'<workbook {_MAIN} xmlns:r="{_RELATION}"><workbookPr date1904="{int(is_1904)}"/>'
            "<sheets>"
            + "".join(
                f'<sheet name="{escape(name)}" sheetId="{n}" r:id="rId{n}"/>'
                for n, name in enumerate(names, 1)
            )
            + "</sheets></workbook>",
        )
        archive.writestr(
            "xl/_rels/workbook.xml.rels",
            "<Relationships>"
            + "".join(
                f'<Relationship Id="rId{n}" Target="worksheets/sheet{n}.xml"/>'
                for n in range(1, len(parts) + 1)
            )
            + "</Relationships>",
        )
        archive.writestr("xl/styles.xml", _STYLES)
        archive.writestr(
            "xl/sharedStrings.xml",
            f"<sst {_MAIN}>" + "".join(f"<si><t>{escape(text)}</t></si>" for text in strings)
            + "</sst>",
        )  # fmt: skip
        for n, part in enumerate(parts, 1):
            archive.writestr(
                f"xl/worksheets/sheet{n}.xml", f"<worksheet {_MAIN}>{part}</worksheet>"
            )
    return stream.getvalue()


def _sheet(rows: Sequence[Sequence[str | float | Cell | None]], strings: list[str]) -> str:
    lines = []
    for number, row in enumerate(rows, 1):
        cells = "".join(
            _cell(f"{chr(ord('A') + column)}{number}", value, strings)
            for column, value in enumerate(row)
            if value is not None
        )
        lines.append(f'<row r="{number}">{cells}</row>')
    return f"<sheetData>{''.join(lines)}</sheetData>"


def _cell(place: str, value: str | float | Cell, strings: list[str]) -> str:
    if isinstance(value, Cell):
        return f'<c r="{place}" s="{FORMATS[value.form]}"><v>{value.value!r}</v></c>'
    if isinstance(value, str):
        strings.append(value)
        return f'<c r="{place}" t="s"><v>{len(strings) - 1}</v></c>'
    return f'<c r="{place}"><v>{value!r}</v></c>'
