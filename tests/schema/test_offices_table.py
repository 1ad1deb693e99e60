"""The dated table of office-holders answers with terms that cover the day asked for."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from etl import gazetteer
from etl.gazetteer.rows import OfficeHolder
from etl.model import Interval
from etl.transform.officials.table import OfficeTable

KNOWN = gazetteer.load()
TABLE = OfficeTable(KNOWN)

OFFICE = st.sampled_from(sorted({(row.nation, row.kind) for row in KNOWN.office_holders}))
DAY = st.dates(date(1999, 1, 1), date(2027, 12, 31))


def covers(row: OfficeHolder, day: str) -> bool:
    """Tell whether a term covers a day, written as ISO 8601."""
    begun = not row.from_ or (Interval.parse(row.from_).earliest or "") <= day
    ended = row.to != "" and (Interval.parse(row.to).latest or "9999") < day
    return begun and not ended


@given(office=OFFICE, day=DAY)
def test_the_table_gives_only_holders_whose_term_covers_the_day(office: tuple[str, str], day: date) -> None:
    found = TABLE.holders(*office, day)
    assert all(row.nation == office[0] and covers(row, day.isoformat()) for row in found)


@given(office=OFFICE, day=DAY)
def test_the_table_gives_somebody_when_the_office_is_held(office: tuple[str, str], day: date) -> None:
    held = [row for row in KNOWN.office_holders if (row.nation, row.kind) == office and covers(row, day.isoformat())]
    assert bool(TABLE.holders(*office, day)) or not held
