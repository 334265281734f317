"""How answers are shown. Reports are written against a Snapshot and compute nothing."""
