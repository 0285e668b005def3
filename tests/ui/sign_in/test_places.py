"""A choice only where there is one."""

from pytestqt.qtbot import QtBot

from ui.sign_in.places import Places


def test_hidden_while_there_is_nothing_to_choose(qtbot: QtBot) -> None:
    places = Places()
    qtbot.addWidget(places)
    places.offer(["slot"])
    assert not places.isVisible()
    places.offer(["slot", "token"])
    assert places.isVisible()
    assert places.currentText() == "slot"


def test_the_chosen_one_stays_chosen(qtbot: QtBot) -> None:
    places = Places()
    qtbot.addWidget(places)
    places.offer(["slot", "token"])
    with qtbot.waitSignal(places.chosen) as chosen:
        places.setCurrentIndex(1)
        places.activated.emit(1)
    assert chosen.args == ["token"]
    places.offer(["antenna", "slot", "token"])
    assert places.currentText() == "token"
    places.offer(["antenna"])
    assert places.currentText() == "antenna"
