"""New packs: from a parent, and from a district's own Word file."""

from reportgen.starting.child import child_files
from reportgen.starting.writing import refusal, write_pack

__all__ = ["child_files", "refusal", "write_pack"]
