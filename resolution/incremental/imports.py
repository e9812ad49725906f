"""What some of our modules run on: all they import, what that imports in turn, and its data.

Names of modules in, files out, by reading the sources; nothing is imported for it. A package's own
file is followed only where something is taken from the package itself, so that one module of a
package does not draw in its neighbours.
"""

import ast
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

Packages = Mapping[str, Path]
"""Our packages by name, each with its folder."""


@dataclass(frozen=True, slots=True)
class Closure:
    """What some modules run on."""

    modules: Mapping[str, Path]
    """Ours by name, with their files; those asked about are among them."""
    data: frozenset[Path]
    """Files beside one of the modules that it names."""
    libraries: frozenset[str]
    """The top names of all others, the standard library's among them."""


def import_closure(roots: Iterable[str], packages: Packages) -> Closure:
    """Follow the imports of some modules through our packages."""
    modules: dict[str, Path] = {}
    libraries: set[str] = set()
    data: set[Path] = set()
    waiting = list(roots)
    while waiting:
        module = waiting.pop()
        if module.partition(".")[0] not in packages:
            libraries.add(module.partition(".")[0])
            continue
        file = _file(module, packages)
        if file is None or module in modules:
            continue
        modules[module] = file
        source = file.read_text("utf-8")
        data.update(one for one in _neighbours(file) if one.name in source)
        waiting += _imported(source, packages)
    return Closure(modules, frozenset(data), frozenset(libraries))


def _file(module: str, packages: Packages) -> Path | None:
    """Return the file of a module or of a package itself; None where the name is neither's."""
    top, *inner = module.split(".")
    place = packages[top].joinpath(*inner)
    files = (place.with_suffix(".py"), place / "__init__.py")
    return next((file for file in files if file.is_file()), None)


def _neighbours(file: Path) -> Iterator[Path]:
    """Yield the files beside a module that are no code."""
    for one in file.parent.iterdir():
        if one.is_file() and one.suffix not in {".py", ".pyc"}:
            yield one


def _imported(source: str, packages: Packages) -> Iterator[str]:
    """Yield what a module imports, wherever in it."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            is_ours = node.module.partition(".")[0] in packages
            for name in node.names:
                inner = f"{node.module}.{name.name}"
                yield inner if is_ours and _file(inner, packages) else node.module
