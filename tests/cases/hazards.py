"""What plans tell beside their steps: hazards, and what may be a rename."""

import re

HAZARDS = ("data-loss", "long-lock", "table-rewrite", "index-build", "may-fail", "correctness", "not-transactional", "permission-change")
ALL_ALLOWED = [word for hazard in HAZARDS for word in ("--allow", hazard)]


def hazards_of(planned):
    """Those that a plan told of."""
    return set(re.findall(r"^hazard: ([a-z-]+):", planned.stderr, re.MULTILINE))


def questions_of(planned):
    """The renames that a plan asked about, as --rename takes them."""
    return re.findall(r"^question: .* --rename (.*)$", planned.stderr, re.MULTILINE)
