"""The page on which every page's picture stands beside master's."""

from pathlib import Path

import pytest
from PIL import Image

from dev.browser_tests.pictures import compare, differ, main, names


def paint(folder: Path, name: str, *, spot: int = 0, size: tuple[int, int] = (100, 100)) -> Path:
    """A white picture with a black square in its corner."""
    path = folder / f"{name}.png"
    path.parent.mkdir(parents=True, exist_ok=True)
    image = Image.new("RGB", size, "white")
    image.paste("black", (0, 0, spot, spot))
    image.save(path)
    return path


@pytest.fixture
def folders(tmp_path: Path) -> tuple[Path, Path]:
    taken, kept = tmp_path / "taken", tmp_path / "kept"
    for name in ("phone/menu", "phone/map", "desktop/menu", "desktop/letter"):
        paint(taken, name, spot=10 if name == "phone/map" else 0)
    for name in ("phone/menu", "phone/map", "desktop/menu", "desktop/taken-away"):
        paint(kept, name)
    return taken, kept


def test_each_picture_is_compared(folders: tuple[Path, Path]) -> None:
    taken, kept = folders
    assert {p.name: p.state for p in compare(names(taken), taken, kept)} == {
        "phone/menu": "same",
        "phone/map": "changed",
        "desktop/menu": "same",
        "desktop/letter": "new",
        "desktop/taken-away": "gone",
    }


def test_the_page_shows_masters_picture_only_where_the_two_differ(
    folders: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.argv", ["pictures"])
    taken, kept = folders
    assert main(taken, kept) == 0
    page = (taken / "index.html").read_text()
    assert page.index("before/phone/map.png") < page.index('"phone/map.png"')
    assert "before/phone/menu.png" not in page
    assert (taken / "before/desktop/taken-away.png").exists()


def test_kept_pictures_replace_the_older_ones(
    folders: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.argv", ["pictures", "--keep"])
    taken, kept = folders
    assert main(taken, kept) == 0
    assert names(kept) == names(taken)


def test_without_pictures_it_says_what_to_run(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.argv", ["pictures"])
    assert main(tmp_path, tmp_path) == 1
    assert "make pictures" in capsys.readouterr().err


@pytest.mark.parametrize(("spot", "seen"), [(0, False), (2, False), (3, True)])
def test_a_few_pixels_are_no_difference(tmp_path: Path, spot: int, seen: bool) -> None:
    one, other = paint(tmp_path, "one"), paint(tmp_path, "other", spot=spot)
    assert differ(one, other) is seen


def test_another_size_is_a_difference(tmp_path: Path) -> None:
    one, other = paint(tmp_path, "one"), paint(tmp_path, "other", size=(100, 101))
    assert differ(one, other)
