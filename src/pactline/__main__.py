"""python -m pactline: the same as the command."""

from pactline.cli import main

main()
