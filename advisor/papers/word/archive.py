"""The bytes of a Word file, the same for the same content: no clock, no name of whoever wrote it."""

import io
import zipfile

from docx.document import Document

_NO_DATE = (1980, 1, 1, 0, 0, 0)
"""The earliest date that a zip file can hold."""


def same_bytes(document: Document) -> bytes:
    """The document as a file in which every entry has the same date."""
    written, again = io.BytesIO(), io.BytesIO()
    document.save(written)
    with zipfile.ZipFile(written) as source, zipfile.ZipFile(again, "w", zipfile.ZIP_DEFLATED) as target:
        for entry in source.infolist():
            dated = zipfile.ZipInfo(entry.filename, _NO_DATE)
            dated.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(dated, source.read(entry))
    return again.getvalue()
