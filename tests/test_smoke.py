from tests.build import act, bilateral, catalog


def test_a_treaty_enters_into_force_by_exchange() -> None:
    asked = catalog(
        bilateral(),
        act("signature", "2010-04-08", "US", "RU"),
        act("ratification", "2011-02-05", "US", "RU"),
    )
    assert asked.at("2011-02-04").status("pact").status == "signed"
    assert asked.at("2011-02-05").status("pact").status == "in-force"
