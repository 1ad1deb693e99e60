"""The main job and its stages as functions: files in, a loaded graph and an account of every article out.

    report = run(["seeds"], db=Path("entente.db"))

Every function takes a Progress, which is told what happens, and returns a RunReport, in which
read = loaded + skipped + quarantined. The heavy parts are imported when they are first used.
"""

from etl.pipeline.progress import Progress, Silent
from etl.pipeline.report import Losses, RunReport
from etl.pipeline.stages import Options, extract, facts, load, run, transform

__all__ = ["Losses", "Options", "Progress", "RunReport", "Silent", "extract", "facts", "load", "run", "transform"]
