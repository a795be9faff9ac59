"""Where things are: the repository, the build, the sample shop."""

import os
import pathlib

ROOT = pathlib.Path(__file__).resolve().parents[2]
BUILD = pathlib.Path(os.environ.get("DDLTRAIL_BUILD", ROOT / "build" / "release")).resolve()
TOOL = BUILD / "host" / "ddltrail"
SQLITE_EXTENSION = BUILD / "sqlite_ext" / "ddltrail.so"
SAMPLE = ROOT / "tests" / "sample"


def sample(engine, *parts):
    """The text of the sample shop's files: sample('sqlite', 'shop', 'shop.data')."""
    return "\n".join((SAMPLE / f"{part}.{engine}.sql").read_text() for part in parts)
