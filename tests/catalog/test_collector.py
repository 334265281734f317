"""The cycle collector rests while all histories are made: it is left as it was, and nothing is left for it to find."""

import gc
from collections.abc import Iterator

import pytest

from treatywatch.catalog.collector import resting
from treatywatch.snapshot import Catalog
from treatywatch.snapshot.view import View


@pytest.fixture(autouse=True)
def as_it_was() -> Iterator[None]:
    was_on = gc.isenabled()
    yield
    (gc.enable if was_on else gc.disable)()


@pytest.mark.parametrize("on", [True, False])
def test_the_collector_is_left_as_it_was(on: bool) -> None:
    (gc.enable if on else gc.disable)()
    with resting():
        assert not gc.isenabled()
        with resting():
            pass
        assert not gc.isenabled()
    assert gc.isenabled() is on


def test_the_collector_is_left_as_it_was_when_something_goes_wrong() -> None:
    gc.enable()
    with pytest.raises(KeyError), resting():
        raise KeyError
    assert gc.isenabled()


def test_all_histories_at_once_are_those_asked_one_by_one(small: Catalog) -> None:
    gc.enable()
    together = View(small.contents).histories()
    assert gc.isenabled()
    assert list(together) == list(small.contents.treaties)
    alone = View(small.contents)
    for name, history in together.items():
        assert history.segments() == alone.history(name).segments()
        assert history.transitions == alone.history(name).transitions


def test_histories_are_made_once(small: Catalog) -> None:
    snapshot = small.at("2020-01-01")
    assert snapshot.histories() == {name: snapshot.history(name) for name in small.contents.treaties}


def test_a_history_leaves_no_cycle_for_the_collector(real: Catalog) -> None:
    view = View(real.contents)
    gc.collect()
    gc.disable()
    for history in view.histories().values():
        assert history.agenda is not None
    assert gc.collect() == 0
    del view, history
    assert gc.collect() == 0
