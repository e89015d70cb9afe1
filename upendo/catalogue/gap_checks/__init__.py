"""What the catalogue's own records may lack."""

from upendo.catalogue.gap_checks import beekeepers, copies, forests, honeys, pictures, shops

__all__ = ["beekeepers", "copies", "forests", "honeys", "pictures", "shops"]
