def test_an_area_without_anything_invites(sketch):
    words = [spot.words for spot in sketch("map").spots(940)]
    assert "Rules and forms: not yet" in words


def test_each_kind_of_entry_has_its_part_of_a_tile(sketch):
    parts = {spot.key: spot.rect for spot in sketch("map").spots(940)}
    assert parts[0, 0].right() <= parts[1, 0].left() + 1
    assert parts[0, 1].width() > parts[0, 0].width()


def test_a_narrow_map_has_more_rows(sketch):
    assert sketch("map").height(300) > sketch("map").height(940)
