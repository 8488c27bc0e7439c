"""What tasks of an audit carry: whole articles with what is known of them, and no way to the archive's file."""

import pickle
from pathlib import Path
from shutil import copy

import pytest

from provenance import Archive
from provenance.audit.parcels import parcel
from provenance.errors import NoSuchArticle
from provenance.model import Span
from provenance.quotes import RULES
from provenance.store import FileReader, Store
from provenance.usecases.auditing import audit


def test_a_parcel_has_each_article_with_what_is_known_of_it(archive):
    store = archive.store
    names = [row.id for row in archive.listed()][5:12]
    boilerplate = {name: (Span(0, number),) for number, name in enumerate(names)}
    sent = parcel(store, names, boilerplate | {"another": ()})
    arrived = pickle.loads(pickle.dumps(sent))
    assert arrived.articles == store.articles.get_known(names)
    assert list(arrived.articles) == names
    assert arrived.ignored == boilerplate
    assert [arrived.quotations(name) for name in names] == [store.quotations.of(name, RULES) for name in names]


def test_quotations_that_other_rules_have_read_are_not_known(tmp_path, archive):
    with Archive(tmp_path / "other.db") as other:
        other.add([archive.article("honey-fraud-exchange").origin])
        (name,) = [row.id for row in other.listed()]
        assert parcel(other.store, [name], {name: ()}).quotations(name) is None
        other.store.quotations.save(name, (), "rules of another time")
        assert parcel(other.store, [name], {name: ()}).quotations(name) is None
        other.store.quotations.save(name, (), RULES)
        assert parcel(other.store, [name], {name: ()}).quotations(name) == ()


def test_an_article_that_is_gone_is_an_error(archive):
    with pytest.raises(NoSuchArticle, match="nobody"):
        parcel(archive.store, ["nobody"], {"nobody": ()})


def test_tasks_reach_the_index_through_the_reader_alone(tmp_path, corpus_db, archive, monkeypatch):
    path, elsewhere = (Path(copy(corpus_db, tmp_path / name)) for name in ("archive.db", "copy.db"))
    paths = []
    open_store = Store.open

    def recorded(path, **chosen):
        paths.append(path)
        return open_store(path, **chosen)

    with Archive(path) as opened:
        monkeypatch.setattr(Store, "open", recorded)
        audit(opened.store, opened.settings, reader=FileReader(elsewhere), again=True)
        assert set(paths) == {elsewhere}
        assert opened.links() == archive.links()
