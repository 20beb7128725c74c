import re
import shutil
import subprocess
import sys
import tomllib

import pytest

import tawatur
from tests.house.source_tree import FLOOR, ROOT

_HOSTS = (".".join(("pypi", "org")), ".".join(("pythonhosted", "org")), ".".join(("npmjs", "org")), "deb." + "debian")
_ABSOLUTE = re.compile(r"(?<![\w./~:<-])/(?:home|root|tmp|work|opt|mnt|Users|srv)/\w")
_TEXT = frozenset((".py", ".toml", ".md", ".txt", ".lock", ".jsonl", ".json", ".html", ".tsv", ""))


def _committed() -> list[str]:
    git = shutil.which("git")
    if git is None or not (ROOT / ".git").exists():
        pytest.skip("this is no clone: which files are committed cannot be told")
    command = [git, "-c", "core.quotepath=off", "ls-files", "-co", "--exclude-standard"]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    return listed.stdout.splitlines()


def test_no_committed_file_names_a_machine() -> None:
    wrong = []
    for name in _committed():
        path = ROOT / name
        if path.suffix not in _TEXT or not path.is_file():
            continue
        text = path.read_text(encoding="utf-8", errors="replace")
        wrong += [f"{name}: {host}" for host in _HOSTS if host in text]
        wrong += [f"{name}: {match[0]}" for match in _ABSOLUTE.finditer(text)]
    assert not wrong, "\n".join(wrong)


def test_the_lock_pins_each_package_with_its_hash() -> None:
    for name in ("requirements.lock", "tools/bootstrap.lock"):
        text = (ROOT / name).read_text(encoding="utf-8").replace("\\\n", " ")
        loose = [line for line in text.splitlines() if line and ("==" not in line or "--hash=sha256:" not in line)]
        assert not loose, f"{name}: {loose}"
        assert "://" not in text


def test_the_version_is_one_and_the_changelog_knows_it() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["version"] == tawatur.__version__
    assert f"## [{tawatur.__version__}]" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("words", [(), ("read",)], ids=["tawatur", "tawatur read"])
def test_each_option_is_in_the_papers(words: tuple[str, ...]) -> None:
    command = [sys.executable, "-m", "tawatur", *words, "--help"]
    told = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    options = set(re.findall(r"(?<![\w-])--[a-z][a-z-]+", told)) - {"--help"}
    papers = "".join(p.read_text(encoding="utf-8") for p in (ROOT / "README.md", *(ROOT / "docs").rglob("*.md")))
    assert options
    missing = sorted(option for option in options if f"`{option}" not in papers)
    assert not missing, f"tell of them in README.md or docs/: {', '.join(missing)}"


def test_each_part_is_on_the_map() -> None:
    page = (ROOT / "docs" / "house.md").read_text(encoding="utf-8")
    there = [part for part in FLOOR if part and (ROOT / "src" / "tawatur" / part).exists()]
    assert not [part for part in there if f"`{part}`" not in page]


def test_each_verb_of_the_makefile_is_told() -> None:
    verbs = re.findall(r"^([a-z]+):.*## ", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    papers = "".join((ROOT / name).read_text(encoding="utf-8") for name in ("README.md", "CONTRIBUTING.md"))
    assert not [verb for verb in verbs if f"make {verb}" not in papers and verb != "help"]


def test_links_between_papers_lead_somewhere() -> None:
    broken = []
    for paper in (*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), *(ROOT / "samples").glob("*.md")):
        for target in re.findall(r"\]\(([^)#]+)", paper.read_text(encoding="utf-8")):
            if "://" not in target and not (paper.parent / target).exists():
                broken.append(f"{paper.relative_to(ROOT)}: {target}")
    assert not broken, "\n".join(broken)
