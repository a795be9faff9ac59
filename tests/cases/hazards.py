"""What plans tell of the hazards of their steps."""

import re

HAZARDS = ("data-loss", "long-lock", "table-rewrite", "index-build", "may-fail", "correctness", "not-transactional", "permission-change")
ALL_ALLOWED = [word for hazard in HAZARDS for word in ("--allow", hazard)]


def hazards_of(planned):
    """Those that a plan told of."""
    return set(re.findall(r"^hazard: ([a-z-]+):", planned.stderr, re.MULTILINE))
