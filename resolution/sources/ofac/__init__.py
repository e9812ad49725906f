"""OFAC's list of Specially Designated Nationals, from the CSV files that OFAC publishes."""

from resolution.sources.ofac.edition import is_sdn, sorted_out
from resolution.sources.ofac.reader import read

__all__ = ["is_sdn", "read", "sorted_out"]
