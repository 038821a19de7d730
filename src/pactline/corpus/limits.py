"""What one document, file or archive may cost. Every limit is a setting, so that a test can make it fire."""

from __future__ import annotations

from dataclasses import dataclass

MEGABYTE = 1_000_000


@dataclass(frozen=True)
class Limits:
    """Bounds of the reading; beyond them a document is `too_large` and the run goes on.

    document_bytes   one document or record, decompressed
    expanded_bytes   all that comes out of one compressed file or archive
    ratio            bytes that come out per byte of the corpus; news text packs 3 to 10 times, a bomb 1000 times
    ratio_from       bytes that may come out before the ratio is looked at: a short text may well repeat itself
    spooled_bytes    a packed ZIP or Parquet file, which must lie in a temporary file to be read
    members          files in one archive
    nesting          containers inside containers: `a.tar.gz` is two
    json_depth       brackets inside brackets of one record
    page_bytes       an HTML page above this is read without a tree, as the tree costs some 20 times its size
    page_depth       elements inside elements; libxml2 cuts a page off at 256
    page_elements    tags of one page, above which it is read without a tree
    tag_words        words in one tag; the attributes of a longer one are dropped, as parsing them is quadratic
    pdf_pages        pages of one PDF
    page_seconds     time that parsing one page may take; its process is killed then, and the page is refused
    pdf_seconds      likewise for a PDF
    """

    document_bytes: int = 20 * MEGABYTE
    expanded_bytes: int = 100_000 * MEGABYTE
    ratio: int = 100
    ratio_from: int = 20 * MEGABYTE
    spooled_bytes: int = 4_000 * MEGABYTE
    members: int = 1_000_000
    nesting: int = 3
    json_depth: int = 100
    page_bytes: int = 5 * MEGABYTE
    page_depth: int = 200
    page_elements: int = 100_000
    tag_words: int = 500
    pdf_pages: int = 2_000
    page_seconds: int = 60
    pdf_seconds: int = 300


DEFAULT_LIMITS = Limits()
