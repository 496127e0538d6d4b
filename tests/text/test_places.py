from notice_cli.text.places import find_places


def test_places_of_all_words_are_in_order():
    assert find_places("目前，9月底完成，目前没有现在的", ("月", "目前", "现在")) == [0, 4, 9, 13]


def test_places_of_a_word_may_overlap():
    assert find_places("一一一", ("一一",)) == [0, 1]


def test_no_word_no_place():
    assert find_places("整改情况", ("月", "目前")) == []
