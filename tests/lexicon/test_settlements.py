import pytest

from tawatur.lexicon.clitics import stems
from tawatur.lexicon.loading import data_folder, load_table, rows
from tawatur.lexicon.settlements import load_settlement_words
from tawatur.lexicon.spelling import fold, fold_phrase
from tawatur.model import Language


@pytest.mark.parametrize("language", Language)
def test_every_example_holds_a_form_of_its_entry(language: Language) -> None:
    table = load_table(data_folder() / language / "settlements.toml")
    for row, where in rows(table, "settlement", f"{language}/settlements.toml"):
        forms = row["forms"]
        assert isinstance(forms, list)
        folded = {fold(str(form)) for form in forms}
        words = {rest for word in fold_phrase(str(row["example"])) for _, rest in stems(word)}
        assert folded & words, where
        assert folded <= load_settlement_words(language)
