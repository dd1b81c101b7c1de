"""How many questions it takes to settle the headline, in each order. Run: python -m benchmarks.asking [FILE…].

Each real initiative, and each phase or strand of one that has any, is interviewed from the first question, with the
answers of its file. What the file leaves open is passed over.
"""

import argparse
import statistics
import time
from pathlib import Path

from advisor.initiative.reader import read_initiative
from advisor.solver.words import Words
from tests.answering import asked_until_settled, in_file_order, what_decides_most
from tests.bundled import bundled_rulebook
from tests.places import INITIATIVES


def main() -> None:
    """Counts and prints."""
    parser = argparse.ArgumentParser(description="Counts the questions until the headline is settled, in each order.")
    parser.add_argument("files", nargs="*", type=Path, metavar="FILE", help="initiative files; all real ones if none")
    rulebook, counts = bundled_rulebook(), []
    words, began = Words(rulebook), time.perf_counter()
    print(f"{'initiative':44s} {'file order':>11s} {'this order':>11s}")
    for path in parser.parse_args().files or INITIATIVES:
        initiative = read_initiative(path, rulebook.questions)
        for view in initiative.parts_or_itself:
            orders = (in_file_order, what_decides_most)
            one, other = (len(list(asked_until_settled(rulebook, words, view, order))) for order in orders)
            counts.append((one, other))
            print(f"{f'{initiative.id} {view.id}':44s} {one:11d} {other:11d}", flush=True)
    medians = [statistics.median(numbers) for numbers in zip(*counts, strict=True)]
    print(f"{'median':44s} {medians[0]:11g} {medians[1]:11g}")
    print(f"{len(counts)} interviews in each order, {time.perf_counter() - began:.0f} s")


if __name__ == "__main__":
    main()
