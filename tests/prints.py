"""Sets every print of every invented runner: ``uv run python -m tests.prints FOLDER``.

A PDF of each in English and in the pseudo-locale, on A4 and Letter. To look at them:
``pdftoppm -r 100 -png FILE.pdf FILE``.
"""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from docs.languages.__main__ import PSEUDO, make_pseudo
from runadvisor.catalog import load_catalog
from runadvisor.domain.errors import PrintError
from runadvisor.language import speak, speak_english
from runadvisor.printout.block_handout import block_handout
from runadvisor.printout.choices import Paper, PrintChoices
from runadvisor.printout.load_review import load_review
from runadvisor.printout.sheet import plan_sheet
from runadvisor.printout.sign_handout import sign_handout
from runadvisor.printout.typeset import pdf
from runadvisor.printout.warning_handout import warning_handout
from tests.print_stories import stories

if TYPE_CHECKING:
    from collections.abc import Iterator

    from runadvisor.advisor import Advice
    from runadvisor.domain.knowledge import Catalog
    from runadvisor.printout.forms import Sheet


def sheets(advice: Advice, catalog: Catalog, choices: PrintChoices) -> Iterator[tuple[str, Sheet]]:
    """Yield every print one advice can give, with its name."""
    yield "plan", plan_sheet(advice, catalog, choices=choices, out_of_hours_number="116 117")
    yield "review", load_review(advice, catalog, choices=choices)
    yield "signs", sign_handout(advice, catalog, choices=choices)
    if advice.standing:
        yield "warning", warning_handout(advice, advice.standing[0], catalog, choices=choices)
    for block_id, block in catalog.templates.items():
        try:
            yield f"block-{block_id}", block_handout(advice, block, catalog, choices=choices)
        except PrintError:
            # Every exercise of it is barred for this runner: that is said, not printed.
            continue


def main() -> None:
    """Write all of them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    folder: Path = parser.parse_args().folder
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as locale:
        make_pseudo(Path(locale))
        for language in ("en", PSEUDO):
            speak_english()
            if language != "en":
                speak(language, Path(locale))
            catalog = load_catalog()
            for story, advice in stories(catalog).items():
                for paper in Paper:
                    for name, sheet in sheets(advice, catalog, PrintChoices(paper=paper)):
                        stem = f"{story.replace(', ', '-').replace(' ', '-')}-{name}"
                        path = folder / f"{stem}-{paper.value}-{language}.pdf"
                        path.write_bytes(pdf(sheet))
    speak_english()


if __name__ == "__main__":
    main()
