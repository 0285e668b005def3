"""The demo's sandbox process is a network that the tray can cut."""

from pathlib import Path

from cardio.simulator import VirtualReaders
from desktop_app.sandbox_process import SandboxProcess
from ui.training.environment import Network, Training


def test_the_sandbox_process_is_a_network(tmp_path: Path) -> None:
    network: Network = SandboxProcess(tmp_path)
    training = Training(tmp_path, VirtualReaders(), network)
    assert training.network.connected is False
    training.network.cut()
    assert training.network.connected is False, "cutting what is cut is nothing"
