import re
from dataclasses import fields
from pathlib import Path

from actors.settings import Settings, variables


def test_the_page_lists_every_setting_with_its_default(project_root: Path) -> None:
    page = (project_root / "docs" / "settings.md").read_text(encoding="utf-8")
    listed = dict(re.findall(r"^\| `(\w+)` \| (\S+) \|", page, re.MULTILINE))

    defaults = {variables()[field.name]: shown(field.default) for field in fields(Settings)}

    assert listed == defaults


def shown(default: object) -> str:
    return "none" if default in (None, ()) else f"`{default}`"
