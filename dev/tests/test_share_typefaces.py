import json

from fontTools.ttLib import TTFont

from dev.generate.share_typefaces import COVERAGE, FAMILY, FOLDER, coverage


def test_what_is_written_down_is_what_the_typefaces_have() -> None:
    written = json.loads(COVERAGE.read_text())
    assert written == json.loads(json.dumps(coverage()))
    assert [ord("A"), ord("A")] not in written["source-sans-3"]  # it stands within a range


def test_each_typeface_has_the_name_of_its_file() -> None:
    names = {file.stem: TTFont(file)["name"].getDebugName(FAMILY) for file in FOLDER.glob("*.ttf")}
    assert {file for file, name in names.items() if name != file} == set()
