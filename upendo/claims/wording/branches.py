"""Many alternatives as one expression in which common beginnings stand once, so it is quick."""

from collections.abc import Iterable, Sequence

type _Tree = dict[str, "_Tree"]
_END = ""
BETWEEN_WORDS = " ?"


def branches(alternatives: Iterable[Sequence[str]]) -> str:
    """Return the expression that finds any of the alternatives, each a row of expressions."""
    tree: _Tree = {}
    for parts in alternatives:
        branch = tree
        for part in parts:
            branch = branch.setdefault(part, {})
        branch[_END] = {}
    return _expression(tree)


def _expression(tree: _Tree) -> str:
    # What goes on is tried before what ends here, and another word before an ending.
    parts = sorted(tree, key=lambda part: part != BETWEEN_WORDS)
    longer = [part + _group(tree[part]) for part in parts if part != _END]
    return "|".join([*longer, ""] if _END in tree else longer)


def _group(tree: _Tree) -> str:
    if list(tree) == [_END]:
        return ""
    found = _expression(tree)
    return f"(?:{found})" if len(tree) > 1 else found
