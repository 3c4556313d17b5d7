#!/usr/bin/env python3
"""Print the section of CHANGELOG.md of one version, as the notes of its release.

    python3 packaging/release_notes.py 0.1.0          that version; without a section of its own, the unreleased one
"""

import re
import sys
from pathlib import Path

version = sys.argv[1].removeprefix("v")
text = (Path(__file__).resolve().parent.parent / "CHANGELOG.md").read_text(encoding="utf-8")
sections = re.split(r"(?m)^## ", text)[1:]
found = [s for s in sections if s.split("\n", 1)[0].strip(" []").startswith(version)] or [
    s for s in sections if s.lower().startswith(("unreleased", "[unreleased"))
]
if not found:
    sys.exit(f"CHANGELOG.md has no section for {version}")
print(found[0].split("\n", 1)[1].strip())
