from __future__ import annotations

from braind.cli.tables import bar, indented, pad, table, width


def test_hangul_takes_two_columns_a_letter():
    assert width("오월 ab") == 7
    assert pad("오월", 6) == "오월  "


def test_columns_are_aligned():
    rows = [("Moss", "4", "x"), ("오월상점", "120", "")]
    assert table(rows, numbers=(1,)) == "Moss        4  x\n오월상점  120"
    assert table([]) == ""


def test_bars_stay_within_their_length():
    assert bar(0.5, 4) == "██░░"
    assert bar(2, 3) == "███"
    assert bar(-1, 3) == "░░░"


def test_empty_lines_stay_empty():
    assert indented("a\n\nb") == "  a\n\n  b"
