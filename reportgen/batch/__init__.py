"""Many inputs to many documents: plan, build what changed, write, and a manifest of what was done."""

from __future__ import annotations

from reportgen.batch.building import Built, Wishes, build_all
from reportgen.batch.planning import Job, Plan, plan
from reportgen.batch.publishing import Outcome

__all__ = ["Built", "Job", "Outcome", "Plan", "Wishes", "build_all", "plan"]
