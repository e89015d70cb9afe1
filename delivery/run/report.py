"""The report of a run: what was done, how production stands, what is left to do.

`stands` is called before and after every step that can change production, so that the
summary is right wherever the run ends, even when it is interrupted or fails unforeseen.
"""

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from delivery.run.outcomes import Ending, Exit

NOTHING_LEFT = ("Nothing.",)


@dataclass(frozen=True)
class Standing:
    """How production stands, and what is left to do should the run end here."""

    production: str
    left: tuple[str, ...]


class Report:
    """Collects what one run did, and replaces every secret in what it prints."""

    def __init__(self, title: str, secrets: Sequence[str] = ()) -> None:
        self.title = title
        self.secrets = tuple(secrets)
        self.steps: list[str] = []
        self.figures: tuple[str, ...] = ()
        self.standing = Standing("Untouched.", ("Run again when the cause is gone.",))

    def done(self, sentence: str) -> None:
        """Note a finished step and show it at once."""
        self.steps.append(self.redacted(sentence))
        print(f"- {self.steps[-1]}", flush=True)

    def stands(self, production: str, *left: str) -> Standing:
        """Note how production stands from now on; return how it stood before."""
        before = self.standing
        self.standing = Standing(production, left)
        return before

    def redacted(self, text: str) -> str:
        """Return the text with every secret replaced, also those that a service repeated."""
        for secret in self.secrets:
            text = text.replace(secret, "[secret]")
        return text

    def left_after(self, ending: Ending) -> tuple[str, ...]:
        """What a person still has to do."""
        return ending.left or self.standing.left or NOTHING_LEFT

    def summary(self, ending: Ending) -> str:
        """The whole report in Markdown that also reads well as plain text."""
        mark = "✅" if ending.exit is Exit.DONE else "❌"
        return self.redacted(
            "\n".join(
                [
                    f"## {mark} {self.title}",
                    "",
                    f"{ending.sentence} (exit code {int(ending.exit)}, {ending.exit.name})",
                    "",
                    f"**Production now:** {self.standing.production}",
                    "",
                    "**Done**",
                    *listed(self.steps or ["Nothing."]),
                    "",
                    "**Left to do**",
                    *listed(self.left_after(ending)),
                    "",
                    *(["**Figures**", *listed(self.figures), ""] if self.figures else []),
                ]
            )
        )


def listed(lines: Sequence[str]) -> list[str]:
    """The lines as a Markdown list."""
    return [f"- {line}" for line in lines]


def publish(summary: str, step_summary: str | None) -> None:
    """Print the summary, and add it to the workflow's own page when there is one."""
    print(f"\n{summary}", flush=True)
    if step_summary:
        try:
            with Path(step_summary).open("a", encoding="utf-8") as page:
                page.write(summary + "\n")
        except OSError as error:
            print(f"The step summary could not be written: {error}", file=sys.stderr)
