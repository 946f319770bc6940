def test_days_stand_where_they_belong_in_time(sketch):
    line = sketch("timeline")
    room = line.room(440)
    along = [line.along(point, room) for point in range(7)]
    assert along == sorted(along)
    assert along[2] - along[1] > 10 * (along[1] - along[0])


def test_dots_near_each_other_pile_up(sketch):
    spots = [spot for spot in sketch("timeline").spots(440) if spot.key[0] == 0]
    first, second = sorted(spots, key=lambda spot: spot.rect.left())[:2]
    assert second.rect.top() < first.rect.top()


def test_each_dot_says_day_and_kind(sketch):
    assert "12 November: heard" in {spot.words for spot in sketch("timeline").spots(440)}


def test_months_are_named_where_they_begin(sketch):
    line = sketch("timeline")
    assert [words for _left, words in line.names(line.room(440))] == ["Dec", "Jan", "Feb", "Mar"]
