import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.house.source_tree import ROOT, SOURCE


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("dist")
    words = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(folder)]
    subprocess.run(words, cwd=ROOT, capture_output=True, check=True)
    (built,) = folder.glob("*.whl")
    return built


def test_the_wheel_holds_every_file_of_the_package_and_the_credits(wheel: Path) -> None:
    inside = set(zipfile.ZipFile(wheel).namelist())
    files = {p.relative_to(SOURCE.parent).as_posix() for p in SOURCE.rglob("*") if p.is_file()}
    assert {name for name in files if "__pycache__" not in name} == {n for n in inside if ".dist-info/" not in n}
    assert {"LICENSE", "NOTICE"} <= {name.rpartition("/")[2] for name in inside}


def test_the_wheel_reads_a_report_away_from_the_project(wheel: Path, tmp_path: Path) -> None:
    zipfile.ZipFile(wheel).extractall(tmp_path)
    environment = {**os.environ, "PYTHONPATH": str(tmp_path)}
    asked = [sys.executable, "-c", "import tawatur; print(tawatur.__file__)"]
    where = subprocess.run(asked, cwd=tmp_path, env=environment, capture_output=True, text=True, check=True).stdout
    assert Path(where.strip()).is_relative_to(tmp_path)
    words = [sys.executable, "-m", "tawatur", "read", "--json", str(ROOT / "samples" / "fr-03-idleb.txt")]
    told = subprocess.run(words, cwd=tmp_path, env=environment, capture_output=True, check=True).stdout
    assert json.loads(told)["claims"]
