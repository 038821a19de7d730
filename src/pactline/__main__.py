"""The command, and python -m pactline: started anew so that nothing of the surroundings is imported.

PYTHONPATH, the working folder and the user's own packages could each bring an `html.py` or a `pandas.py` that runs before
our first line. `python -I` knows none of them; the folder that this package lies in is all that is added.
"""

import os
import sys

_START = (
    "import sys; root = sys.argv.pop(1); sys.argv[0] = 'pactline'; "
    "at = next((i for i, p in enumerate(sys.path) if p.endswith('site-packages')), len(sys.path)); "
    "sys.path.insert(at, root); from pactline.cli import main; main()"
)


def main() -> None:
    """Run the command line in an interpreter that its surroundings cannot change."""
    if sys.flags.isolated:
        from pactline.cli import main as run

        run()
        return
    root = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    flags = ["-I", "-X", "utf8", *(["-B"] if sys.dont_write_bytecode else [])]
    os.execv(sys.executable, [sys.executable, *flags, "-c", _START, root, *sys.argv[1:]])


if __name__ == "__main__":
    main()
