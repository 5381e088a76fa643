"""What holds for every test."""

from __future__ import annotations

import os

from hypothesis import HealthCheck, settings

# A busy machine is no fault of the code; CI tries the same examples each time, so that a change and its failure go together.
settings.register_profile("here", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("ci", parent=settings.get_profile("here"), derandomize=True)
# No test reads what another run kept, or leaves anything behind in the user's own folders.
os.environ["REPORTGEN_CACHE"] = "off"
settings.load_profile("ci" if os.environ.get("CI") else "here")
