"""LatLong: a point on the earth as latitude and longitude; in CSV `lat,lng`."""

from collections.abc import Mapping
from dataclasses import dataclass
from math import isnan
from typing import Any

import numpy as np

from resolution.tables.records import Column
from resolution.tables.variables.base import Comparer, Floats, Integers, KeyFunction
from resolution.tables.variables.stock.definition import Definition, as_feature

Point = tuple[float, float]

_NORTHMOST, _EASTMOST = 90, 180
_EARTH_RADIUS_KILOMETRES = 6371.0088
"""The mean radius as the IUGG defines it."""


@dataclass(frozen=True, slots=True)
class LatLong(Definition):
    """The distance of two points is the root of the kilometres between them."""

    @property
    def predicates(self) -> Mapping[str, KeyFunction]:
        """The cell of a grid of a tenth of a degree."""
        return self.with_exists({"latLongGridPredicate": _grid_cell})

    def read(self, cell: Any) -> Point | None:  # noqa: ANN401
        """Return the point that a cell states; a ValueError says that it states none."""
        if cell is None or cell == "":
            return None
        parts = cell.split(",") if isinstance(cell, str) else tuple(cell)
        try:
            latitude, longitude = map(float, parts)
        except ValueError:
            raise ValueError("is not latitude and longitude, as in 39.03,125.75") from None
        if isnan(latitude) or isnan(longitude):
            raise ValueError("is not latitude and longitude, as in 39.03,125.75")
        if not (abs(latitude) <= _NORTHMOST and abs(longitude) <= _EASTMOST):
            raise ValueError("is no place on earth: latitude goes to 90, longitude to 180")
        return latitude, longitude

    def comparer(self, column: Column) -> Comparer:
        """Compare by the haversine formula."""
        radians = np.radians(np.array(column.values, np.float64).reshape(-1, 2))
        latitudes, longitudes = radians[:, 0], radians[:, 1]
        cosines = np.cos(latitudes)

        def compare(left: Integers, right: Integers) -> Floats:
            north = np.sin((latitudes[right] - latitudes[left]) / 2) ** 2
            east = np.sin((longitudes[right] - longitudes[left]) / 2) ** 2
            chord = np.minimum(north + cosines[left] * cosines[right] * east, 1.0)
            kilometres = 2 * _EARTH_RADIUS_KILOMETRES * np.arcsin(np.sqrt(chord))
            return as_feature(np.sqrt(kilometres))

        return compare


def _grid_cell(point: Point) -> tuple[str, ...]:
    """Return the point rounded; 0, 0 stands for no place, as dedupe has it."""
    return (str(tuple(round(degrees, 1) for degrees in point)),) if any(point) else ()
