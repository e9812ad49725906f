"""A report into a file: a page, or its data alone, as the file's ending says."""

from pathlib import Path

from actors.errors import LabelsError
from actors.replacing import replaced
from resolution.evaluation.report.document import as_json
from resolution.evaluation.report.page import html_page
from resolution.evaluation.report.report import Report

_FORMS = {".html": html_page, ".htm": html_page, ".json": as_json}


def check_place(path: Path) -> None:
    """Refuse a place no report can be written to, before anything is read."""
    if path.suffix.lower() not in _FORMS:
        message = f"{path}: a report is a page or its data; end its name in .html or .json"
        raise LabelsError(message)
    if not path.absolute().parent.is_dir():
        raise LabelsError(f"{path}: there is no folder {path.parent}")


def write_report(report: Report, path: Path) -> None:
    """Write the report, whole or not at all."""
    check_place(path)
    with replaced(path) as beside:
        beside.write_text(_FORMS[path.suffix.lower()](report), "utf-8")
