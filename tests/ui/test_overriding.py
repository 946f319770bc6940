from ui.overriding import override


def test_a_method_is_marked_and_otherwise_left_as_it_is():
    @override
    def show():
        return 1

    assert show.__override__
    assert show() == 1
