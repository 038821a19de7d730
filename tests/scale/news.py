"""A small corpus for the tests of scale: deals, oil, copies, articles without a date."""

from __future__ import annotations

from pactline.record.article import Document

WEAPONS = ("Su-30 fighters", "Mi-17 helicopters", "T-72 tanks", "S-300 systems", "Igla missiles")
PLACES = ("Moscow", "Caracas", "Maracaibo", "Kazan", "Valencia", "Samara", "Tula")
WIRE = (
    "Two planes with freight and soldiers landed at the airport near the capital on Saturday afternoon. They were met by "
    "diplomats and by local officers who led them to the base. Nobody would say for how long the soldiers are going to stay "
    "in the country. The ministry called the flight a part of an agreement signed by Russia and Venezuela many years ago. "
)


def document(n: int, text: str | None = None, published: str | None = "") -> Document:
    """An article of its own number; dated unless `published` is None."""
    day = f"2019-{1 + n % 12:02d}-{1 + n % 28:02d}" if published == "" else published
    own = (
        f"Officials number {n} met in {PLACES[n % 7]} on the {n}th floor. Russia agreed to sell {n + 2} {WEAPONS[n % 5]} to "
        f"Venezuela, minister {n} said. Venezuela produced {700_000 + 1000 * n} barrels of oil per day in July 2019, OPEC said."
    )
    return Document(text=text or own, source=f"{n:03d}.txt", own_id=f"a{n:03d}", published=day)


def news(count: int = 12) -> list[Document]:
    """Articles, the last two of which are one wire story: dated in one, undated in the other."""
    return [
        *(document(n) for n in range(count - 2)),
        document(count - 2, WIRE),
        document(count - 1, WIRE + "More later.", None),
    ]
