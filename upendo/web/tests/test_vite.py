import re

from upendo.web import vite


def test_a_page_overrules_the_components_that_overrule_the_ground() -> None:
    files = [re.sub(r"-.{8}\.css$", "", file) for file in vite.assets("menu").styles]
    assert [file.rsplit("/")[-1] for file in files][:2] == ["main", "frame"]
    assert files[-1].endswith("menu-page")


def test_a_page_has_its_own_code_and_no_other_page() -> None:
    modules = " ".join(vite.assets("menu").modules)
    assert "menu-page" in modules
    assert "beekeeper-page" not in modules
