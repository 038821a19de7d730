"""Partial dates."""

import pytest

from pactline.record import dates


@pytest.mark.parametrize("text", ["2019", "2019-08", "2019-08-15", "2024-02-29", "0001"])
def test_partial_dates(text):
    assert dates.is_partial_date(text)


@pytest.mark.parametrize(
    "text", ["", "19", "2019-8", "2019-13", "2019-02-29", "2019-00", "0000", "2019-08-15T00:00", "２０１９", None, 2019]
)
def test_no_partial_dates(text):
    assert not dates.is_partial_date(text)


def test_a_month_is_never_made_up():
    assert dates.partial(2019) == "2019"
    assert dates.partial(2019, None, 5) == "2019"
    with pytest.raises(ValueError, match="no date"):
        dates.partial(2019, 2, 29)


@pytest.mark.parametrize(
    ("a", "b", "days"),
    [
        ("2019-08-15", "2019-08-15", 0),
        ("2019-08-15", "2019-08-17", 2),
        ("2019-08-17", "2019-08-15", -2),
        ("2019-08", "2019-08-17", 0),
        ("2019", "2020-01-01", 1),
        ("2019-08-17", "2019-07", -17),
    ],
)
def test_days_between(a, b, days):
    assert dates.days_between(a, b) == days


@pytest.mark.parametrize(("text", "day"), [("2019-08-15", 3), ("2019-08", None), ("2019", None), ("2019-02-30", None)])
def test_weekday(text, day):
    assert dates.weekday(text) == day


def test_weekday_fixes_the_year_to_one_in_seven():
    assert dates.years_with_weekday(8, 15, 3, 2010, 2024) == [2013, 2019, 2024]
    assert dates.years_with_weekday(2, 29, 0, 2010, 2040) == [2016]


def test_weekday_on_or_before():
    assert dates.weekday_on_or_before("2019-08-15", 3) == "2019-08-15"
    assert dates.weekday_on_or_before("2019-08-15", 4) == "2019-08-09"


def test_compatible_and_coarser():
    assert dates.compatible("2019", "2019-08-15")
    assert not dates.compatible("2019-07", "2019-08-15")
    assert dates.coarsen("2019-08-15", "month") == "2019-08"
    assert dates.coarsen("2019", "month") == "2019"


def test_months_added_over_the_year():
    assert dates.add_months("2019-01-31", -1) == "2018-12"
    assert dates.add_months("2019-12", 1) == "2020-01"
