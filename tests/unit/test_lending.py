from braind.lending import Lender


def test_a_lender_makes_one_tool_for_each_that_is_out_at_once():
    made = []
    lender = Lender(lambda: made.append(None) or len(made))
    with lender.lend() as first:
        with lender.lend() as second:
            assert (first, second) == (1, 2)
        with lender.lend() as again:
            assert again == 2
    assert len(made) == 2
