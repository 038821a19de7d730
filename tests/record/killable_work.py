"""Work that a child of the tests does."""

import os
import time


def work(data: bytes, note) -> bytes:
    """Say it backwards; or die, stall, hold too much, print, as the bytes say."""
    note(3)
    if data == b"die":
        os._exit(9)
    if data == b"stall":
        while True:
            time.sleep(0)
    if data == b"hold":
        try:
            bytearray(600_000_000)
        except MemoryError:
            return b"no memory"
    if data == b"print":
        os.write(1, b"noise")
    if data == b"walk":
        for at in range(4):
            note(at)
            time.sleep(0.4)
    return data[::-1]
