"""Many inputs to many documents: plan, build, write, and a manifest of what was done."""

from __future__ import annotations

from reportgen.batch.building import Outcome, build_all, reports_of
from reportgen.batch.planning import Job, Plan, plan

__all__ = ["Job", "Outcome", "Plan", "build_all", "plan", "reports_of"]
